import { Confirmations, ParticipationEntity, Places, Registrations, StaffRegistrations, Withdrawals, eventLock } from '@app/participants'
import { EventLookup } from '@app/events'
import { OutboxEntity, PersonalLinks, Problem } from '@app/platform'
import { AuditEntryEntity, accountActor, participantActor } from '@app/staff'
import { person, plantEvent, registerPeople } from '../support/builders.js'
import type { Rooms } from '../support/rooms.js'
import type { History, Op } from './history.js'
import { type Turn, turns } from './recorded-turns.js'

export interface PlayedOp extends Turn {
  readonly op: Op
  answer: string
}

/** What became of a history on real services: answers, rows, and what the log says. */
export interface PlayedHistory {
  readonly history: History
  readonly ops: readonly PlayedOp[]
  readonly rows: ReadonlyMap<number, Pick<ParticipationEntity, 'answer' | 'place' | 'arrivalNo'>>
  /** Changes in the order in which they were written: `promote 3 → confirmed`, `capacity 2 → 4`. */
  readonly log: readonly string[]
  /** Letters that were ordered about changes of places. */
  readonly letters: number
}

const STAFF = accountActor('01900000-0000-7000-8000-000000000001')
const VERBS = { give: 'confirm', wait: 'wait', refuse: 'refuse' } as const

/** Plays a history with everything of a wave at once. */
export async function play(rooms: Rooms, history: History): Promise<PlayedHistory> {
  const { capacity, waitingList, admission } = history
  const eventId = await plantEvent(rooms, { capacity, waitingList, admission })
  await registerPeople(rooms, eventId, Array.from({ length: history.people }, (_, n) => person(n)))
  const event = (await rooms.get(EventLookup).eventForRegistration(eventId))!
  const played: PlayedOp[] = []
  for (const wave of history.waves) {
    const ids = await idsOf(rooms, eventId)
    const ops = wave.map((op): PlayedOp => ({ op, revision: null, answer: '' }))
    played.push(...ops)
    await Promise.all(ops.map((one) => turns.run(one, async () => {
      one.answer = await answerTo(() => act(rooms, event, ids, one.op))
    })))
  }
  return { history, ops: played, ...(await outcome(rooms, eventId)) }
}

async function act(rooms: Rooms, event: NonNullable<Awaited<ReturnType<EventLookup['eventForRegistration']>>>, ids: ReadonlyMap<number, string>, op: Op): Promise<string> {
  switch (op.kind) {
    case 'register':
      return (await rooms.get(Registrations).register(event, person(op.who))).kind
    case 'add':
      await rooms.get(StaffRegistrations).add(event.id, person(op.who), STAFF)
      return 'added'
    case 'confirm': {
      const token = await rooms.get(PersonalLinks).tokenFor('confirm', ids.get(op.who)!)
      // Whom staff added by hand has nothing to confirm.
      return token === null ? 'already' : (await rooms.get(Confirmations).confirm(token)).kind
    }
    case 'withdraw':
      return (await rooms.get(Withdrawals).withdraw(ids.get(op.who)!, participantActor(ids.get(op.who)!))).kind
    case 'capacity':
      await rooms.transactions.runLocked(eventLock(event.id), (tx) => rooms.get(Places).setCapacity(tx, event.id, op.to, STAFF))
      return 'done'
    default:
      await rooms.get(StaffRegistrations).move(event.id, ids.get(op.who)!, VERBS[op.kind], null, STAFF)
      return 'done'
  }
}

async function answerTo(work: () => Promise<string>): Promise<string> {
  try {
    return await work()
  } catch (error) {
    return error instanceof Problem ? error.code : `fault: ${(error as Error).message}`
  }
}

async function idsOf(rooms: Rooms, eventId: string): Promise<Map<number, string>> {
  const rows = await rooms.transactions.read.findBy(ParticipationEntity, { eventId })
  return new Map(rows.map((row) => [numberOf(row), row.id]))
}

const numberOf = ({ email }: Pick<ParticipationEntity, 'email'>) => Number(/^person(\d+)@/.exec(email ?? '')![1])

async function outcome(rooms: Rooms, eventId: string): Promise<Pick<PlayedHistory, 'rows' | 'log' | 'letters'>> {
  const rows = await rooms.transactions.read.findBy(ParticipationEntity, { eventId })
  const who = new Map(rows.map((row) => [row.id, numberOf(row)]))
  const entries = await rooms.transactions.read.findBy(AuditEntryEntity, { nodeId: eventId })
  const log = entries.sort((a, b) => (a.id < b.id ? -1 : 1)).flatMap(({ action, subjectId, change }) => {
    const { before, after } = (change ?? {}) as { before?: unknown; after?: unknown }
    if (action === 'event.capacity') return [`capacity ${String(before)} → ${String(after)}`]
    const step = action.replace('participation.', '')
    return step === 'register' || step === 'note' ? [] : [`${step} ${who.get(subjectId)} → ${String(after).split('/')[1]}`]
  })
  return {
    rows: new Map(rows.map((row) => [numberOf(row), row])),
    log,
    letters: await rooms.transactions.read.countBy(OutboxEntity, { kind: 'participation.changed', nodeId: eventId }),
  }
}
