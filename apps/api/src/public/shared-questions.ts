import { setImmediate as turn } from 'node:timers/promises'

/** One question that is being asked, and the next one, which waits for it. */
interface Asked<T> {
  running: Promise<T> | null
  next: Promise<T> | null
}

/**
 * Lets callers share an answer that is asked for *after* each of them called: who comes while a question is out waits for the next one,
 * because the answer under way may be older than what they know. So a hundred readers at once cost one statement or two.
 */
export class SharedQuestions<T> {
  private readonly asked = new Map<string, Asked<T>>()

  ask(key: string, question: () => Promise<T>): Promise<T> {
    let asked = this.asked.get(key)
    if (asked === undefined) this.asked.set(key, (asked = { running: null, next: null }))
    return (asked.next ??= this.start(key, asked, question))
  }

  private async start(key: string, asked: Asked<T>, question: () => Promise<T>): Promise<T> {
    // Everything that one turn of the event loop has read from the network goes into the same question.
    await Promise.all([turn(), asked.running?.catch(() => undefined)])
    const running = question()
    asked.running = running
    asked.next = null
    try {
      return await running
    } finally {
      if (asked.next === null) this.asked.delete(key)
    }
  }
}
