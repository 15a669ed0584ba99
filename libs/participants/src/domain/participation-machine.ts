import type { Answer, Place } from '@app/contracts'

/** One state of a participation: the pair of answer and place, written `answer/place`. */
export type State = `${Answer}/${Place}`

/** Every step that a participation may take, as data: from → to. What is not here is refused, whoever asks. */
export const STEPS: Record<string, { from: readonly State[]; to: readonly State[] }> = {
  /** The mailed link was confirmed, or an invitation accepted, or staff registered a person by hand. */
  accept: {
    from: ['noted/none', 'invited/none', 'unconfirmed/none', 'declined/none', 'withdrawn/none'],
    to: ['accepted/confirmed', 'accepted/waiting', 'accepted/requested', 'accepted/refused'],
  },
  /** Staff decides. */
  confirm: { from: ['accepted/requested', 'accepted/waiting', 'accepted/refused'], to: ['accepted/confirmed'] },
  wait: { from: ['accepted/requested', 'accepted/confirmed', 'accepted/refused'], to: ['accepted/waiting'] },
  refuse: { from: ['accepted/requested', 'accepted/waiting', 'accepted/confirmed'], to: ['accepted/refused'] },
  /** A freed seat goes to the longest-waiting. */
  promote: { from: ['accepted/waiting'], to: ['accepted/confirmed'] },
  withdraw: {
    from: ['accepted/confirmed', 'accepted/waiting', 'accepted/requested', 'accepted/offered', 'accepted/refused', 'accepted/door'],
    to: ['withdrawn/none'],
  },
  decline: { from: ['noted/none', 'invited/none', 'unconfirmed/none'], to: ['declined/none'] },
} as const

export type Step = 'accept' | 'confirm' | 'wait' | 'refuse' | 'promote' | 'withdraw' | 'decline'

export function stateOf(row: { answer: Answer; place: Place }): State {
  return `${row.answer}/${row.place}`
}

/** Whether a step may lead from one state to another. */
export function mayStep(step: Step, from: State, to: State): boolean {
  const known = STEPS[step]
  return known !== undefined && known.from.includes(from) && known.to.includes(to)
}

/**
 * Checked at start: only pairs that the database allows (place is `none` exactly when the answer is not `accepted`),
 * and no state that nothing leads to but the first ones.
 * @throws Error naming the fault.
 */
export function assertMachine(steps: Record<string, { from: readonly State[]; to: readonly State[] }> = STEPS): void {
  const first: State[] = ['noted/none', 'invited/none', 'unconfirmed/none', 'accepted/offered', 'accepted/door']
  const reached = new Set<State>(first)
  for (const [name, { from, to }] of Object.entries(steps)) {
    if (from.length === 0 || to.length === 0) throw new Error(`Step "${name}" of participations leads from or to nothing.`)
    for (const state of [...from, ...to]) {
      const [answer, place] = state.split('/')
      if ((place === 'none') !== (answer !== 'accepted')) throw new Error(`Step "${name}" of participations names the impossible state ${state}.`)
    }
    for (const state of to) reached.add(state)
  }
  for (const [name, { from }] of Object.entries(steps)) {
    const dead = from.find((state) => !reached.has(state))
    if (dead) throw new Error(`Step "${name}" of participations starts at ${dead}, which nothing leads to.`)
  }
}
