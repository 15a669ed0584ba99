/** A question that is out, and the next one, which waits for its end. */
interface Asked<T> {
  readonly running: Promise<T>
  next: Promise<T> | null
}

/**
 * Lets callers share an answer that is asked for *after* each of them called: who comes while a question is out waits for the next one,
 * because the answer under way may be older than what they know. So a hundred readers at once cost two statements.
 */
export class SharedQuestions<T> {
  private readonly asked = new Map<string, Asked<T>>()

  ask(key: string, question: () => Promise<T>): Promise<T> {
    const asked = this.asked.get(key)
    if (asked === undefined) return this.start(key, question)
    const again = () => this.start(key, question)
    return (asked.next ??= asked.running.then(again, again))
  }

  private start(key: string, question: () => Promise<T>): Promise<T> {
    const asked: Asked<T> = { running: question(), next: null }
    this.asked.set(key, asked)
    const ended = () => {
      if (asked.next === null) this.asked.delete(key)
    }
    asked.running.then(ended, ended)
    return asked.running
  }
}
