import { Model } from './model.js'
import type { PlayedHistory, PlayedOp } from './played-history.js'

export interface Judgement {
  /** What does not agree; empty when everything does. */
  readonly faults: readonly string[]
  readonly promotions: number
  /** Promotions of somebody while another one had waited longer. */
  readonly inversions: number
}

/** Replays a played history one after the other, in the order of the lock, and names every difference; then looks at every moment of its log. */
export function judge(played: PlayedHistory): Judgement {
  const faults = [...againstModel(played)]
  const moments = everyMoment(played)
  return { ...moments, faults: [...faults, ...moments.faults] }
}

function* againstModel({ history, ops, rows, log, letters }: PlayedHistory): Generator<string> {
  const model = new Model(history)
  for (let who = 0; who < history.people; who++) model.register(who)
  for (const { op } of ops) if (op.kind === 'register') model.register(op.who)
  for (const one of ops) {
    if (one.revision !== null) continue
    // Without a turn nothing may have changed: a new registration gets no place, and a used link leads to the same page.
    const isFine = one.op.kind === 'register' ? one.answer === 'sent' : one.answer === 'already' && one.op.kind === 'confirm'
    if (!isFine) yield `${told(one)} without a turn`
  }
  const inTurn = ops.filter(({ revision }) => revision !== null)
  // What was refused took its turn back: the next one has the same number.
  inTurn.sort((a, b) => a.revision! - b.revision! || Number(changed(a)) - Number(changed(b)))
  for (const one of inTurn) {
    const expected = model.apply(one.op, one.revision!)
    if (one.answer !== expected) yield `${told(one)} in turn ${one.revision}, the model says ${expected}`
  }
  for (const [who, expected] of model.people) {
    const row = rows.get(who)
    const is = `${row?.answer}/${row?.place}/${row?.arrivalNo}`
    const should = `${expected.answer}/${expected.place}/${expected.arrival}`
    if (is !== should) yield `person ${who} is ${is}, the model says ${should}`
  }
  if (rows.size !== model.people.size) yield `${rows.size} rows, the model has ${model.people.size} people`
  if (log.join('; ') !== model.log.join('; ')) yield `log: ${log.join('; ')}\nmodel: ${model.log.join('; ')}`
  const moves = log.filter((line) => !line.startsWith('capacity')).length
  if (letters !== moves) yield `${moves} moves, ${letters} letters`
}

const changed = ({ answer }: PlayedOp) => ['confirmed', 'withdrawn', 'added', 'done', 'already'].includes(answer)
const told = ({ op, answer }: PlayedOp) => `${op.kind} ${'who' in op ? op.who : op.to} was answered ${answer}`

/** I1 and I5 at every moment that the log tells of: never more people than places, and who has waited longest comes first. */
function everyMoment({ history, rows, log }: PlayedHistory): Judgement {
  const faults: string[] = []
  const places = new Map<number, string>()
  let { capacity } = history
  let promotions = 0
  let inversions = 0
  /** Whom staff has just put on the list: this seat is for those behind. */
  let passedOver: number | null = null
  for (const line of log) {
    const [, step, who, to] = /^(\w+) (\w+) → (\w+)$/.exec(line)!
    if (step === 'capacity') capacity = to === 'null' ? null : Number(to)
    else {
      if (step === 'promote') {
        promotions += 1
        const arrival = rows.get(Number(who))!.arrivalNo!
        const isOvertaking = [...places].some(([other, place]) => place === 'waiting' && other !== passedOver && rows.get(other)!.arrivalNo! < arrival)
        if (isOvertaking) inversions += 1
      } else passedOver = step === 'wait' ? Number(who) : null
      places.set(Number(who), to!)
    }
    const taken = [...places.values()].filter((place) => place === 'confirmed').length
    if (capacity !== null && taken > capacity) faults.push(`${taken} people on ${capacity} places after ${line}`)
  }
  if (inversions > 0) faults.push(`${inversions} people moved up before others who had waited longer`)
  return { faults, promotions, inversions }
}
