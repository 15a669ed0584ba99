import type { ReactNode } from 'react'

/** Where a node stands: past, today, the next one, or later (hollow, on a dashed line). */
export type NodeState = 'done' | 'now' | 'next' | 'later' | 'next-dashed'

const NODE_CLASSES: Record<NodeState, string | undefined> = {
  done: 'is-done', now: 'is-now', next: 'is-next', later: 'is-later', 'next-dashed': 'is-next is-later',
}

export interface EditionNode {
  key: string
  state: NodeState
  when: ReactNode
  where: string | null
  /** The raised card: the one edition that can be joined next. */
  raised?: boolean
  children: ReactNode
}

/** The line of editions: date and place at the node, the edition beside it. */
export function EditionLine({ nodes }: { nodes: readonly EditionNode[] }) {
  return (
    <ol className="ln eds">
      {nodes.map((node) => (
        <li key={node.key} className={NODE_CLASSES[node.state]}>
          <div className="when">
            {node.when}
            {node.where ? <small>{node.where}</small> : null}
          </div>
          <div className={node.raised ? 'what next' : 'what'}>{node.children}</div>
        </li>
      ))}
    </ol>
  )
}
