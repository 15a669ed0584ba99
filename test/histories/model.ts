import type { History, Op } from './history.js'

export interface ModelPerson {
  answer: 'unconfirmed' | 'accepted' | 'withdrawn'
  place: 'none' | 'requested' | 'waiting' | 'confirmed' | 'refused'
  arrival: number | null
}

/**
 * What an event would be if everything happened one after the other: the words of the field, written down again without looking at the product.
 * Answers of operations: what the caller is told, a refusal by its code.
 */
export class Model {
  readonly people = new Map<number, ModelPerson>()
  /** Every change in its order, as the audit log should tell it. */
  readonly log: string[] = []
  private capacity: number | null

  constructor(private readonly history: Pick<History, 'capacity' | 'waitingList' | 'admission'>) {
    this.capacity = history.capacity
  }

  register(who: number): void {
    if (!this.people.has(who)) this.people.set(who, { answer: 'unconfirmed', place: 'none', arrival: null })
  }

  /** @param turn number of the turn in which it happens: later turns have higher ones */
  apply(op: Op, turn: number): string {
    if (op.kind === 'capacity') return this.resize(op.to)
    if (op.kind === 'register') {
      this.register(op.who)
      return 'sent'
    }
    if (op.kind === 'add') this.register(op.who)
    const person = this.people.get(op.who)
    if (!person) return 'unknown'
    switch (op.kind) {
      case 'add':
        this.admit(op.who, person, turn)
        return 'added'
      case 'confirm':
        if (person.answer !== 'unconfirmed') return 'already'
        this.admit(op.who, person, turn)
        return 'confirmed'
      case 'withdraw':
        if (person.answer === 'withdrawn') return 'already'
        if (person.answer !== 'accepted') return 'verb_not_possible'
        this.tell('withdraw', op.who, person, 'none')
        person.answer = 'withdrawn'
        this.promote()
        return 'withdrawn'
      case 'give':
        if (person.answer === 'unconfirmed') {
          this.admit(op.who, person, turn)
          return 'done'
        }
        if (this.free() === 0) return 'event_full'
        return this.move('confirm', op.who, person, ['requested', 'waiting', 'refused'], 'confirmed')
      case 'wait': {
        const isFreeing = person.place === 'confirmed'
        const answer = this.move('wait', op.who, person, ['requested', 'confirmed', 'refused'], 'waiting')
        if (answer === 'done' && isFreeing) this.promote(op.who)
        return answer
      }
      case 'refuse': {
        const answer = this.move('refuse', op.who, person, ['requested', 'waiting', 'confirmed'], 'refused')
        if (answer === 'done') this.promote()
        return answer
      }
    }
  }

  private admit(who: number, person: ModelPerson, turn: number): void {
    person.answer = 'accepted'
    person.arrival = turn
    const { admission, waitingList } = this.history
    const isFirst = !waitingList || this.line().length === 0
    this.tell('accept', who, person, admission === 'approval' ? 'requested' : isFirst && this.free() > 0 ? 'confirmed' : waitingList ? 'waiting' : 'refused')
  }

  private move(step: string, who: number, person: ModelPerson, from: readonly ModelPerson['place'][], to: ModelPerson['place']): string {
    if (person.answer !== 'accepted' || !from.includes(person.place)) return 'verb_not_possible'
    this.tell(step, who, person, to)
    return 'done'
  }

  private resize(to: number | null): string {
    if (to !== null && to < this.taken()) return 'capacity_below_taken'
    this.log.push(`capacity ${this.capacity} → ${to}`)
    this.capacity = to
    this.promote()
    return 'done'
  }

  /** Where staff decides over every place nobody moves up; nor does whoever staff has just put on the list. */
  private promote(passedOver?: number): void {
    if (this.history.admission === 'approval') return
    for (const who of this.line().filter((one) => one !== passedOver)) {
      if (this.free() === 0) return
      this.tell('promote', who, this.people.get(who)!, 'confirmed')
    }
  }

  private tell(step: string, who: number, person: ModelPerson, to: ModelPerson['place']): void {
    person.place = to
    this.log.push(`${step} ${who} → ${to}`)
  }

  /** Who waits, longest first. */
  private line(): number[] {
    return [...this.people].filter(([, { place }]) => place === 'waiting').sort(([, a], [, b]) => a.arrival! - b.arrival!).map(([who]) => who)
  }

  private taken(): number {
    return [...this.people.values()].filter(({ place }) => place === 'confirmed').length
  }

  private free(): number {
    return this.capacity === null ? Infinity : Math.max(0, this.capacity - this.taken())
  }
}
