import type { Tx } from '../database/transactions.js'

/** A library's answer to hooks that do not concern it, with the reason: an omission is written down, never silent. */
export class Nothing {
  constructor(readonly because: string) {}
}

type Methods = Record<string, (tx: Tx, event: never) => Promise<void>>

/**
 * What must happen further right in the same transaction: the left library declares an interface of methods and calls them,
 * libraries on its right implement it, one assembly file joins them. A hook writes only its own tables through the given `tx`,
 * does no input or output, may add outbox rows, may refuse by throwing a Problem, and never runs inside itself.
 */
export class HookPoint<H extends { [K in keyof H]: (tx: Tx, event: never) => Promise<void> }> {
  private joined: (H | Nothing)[] | null = null

  constructor(private readonly name: string) {}

  /** Joins the implementations, left to right. */
  join(implementations: (H | Nothing)[]): void {
    this.joined = implementations
  }

  /** @throws when an app forgot to assemble this point: better at start than at the first withdrawal. */
  assertJoined(): void {
    if (this.joined === null) throw new Error(`Hook point "${this.name}" is not wired: the app must join it in its assembly.`)
  }

  /** Calls one method of every joined library in order, inside the caller's transaction. */
  async call<K extends keyof H & string>(method: K, tx: Tx, event: Parameters<H[K]>[1]): Promise<void> {
    this.assertJoined()
    const key = `${this.name}.${method}`
    if (tx.runningHooks.has(key)) throw new Error(`Hook ${key} was called inside itself.`)
    tx.runningHooks.add(key)
    try {
      for (const implementation of this.joined!) {
        if (!(implementation instanceof Nothing)) await (implementation as Methods)[method]!(tx, event as never)
      }
    } finally {
      tx.runningHooks.delete(key)
    }
  }
}
