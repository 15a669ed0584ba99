import type { INestApplicationContext } from '@nestjs/common'
import { ParticipantList, ParticipationEntity } from '@app/participants'
import { OutboxEntity, PersonalLinkEntity, Transactions } from '@app/platform'
import { AuditEntryEntity } from '@app/staff'
import { In } from 'typeorm'

/** What the rows say about an event after its people have confirmed. */
export interface EventCounts {
  confirmed: number
  waiting: number
  unconfirmed: number
  /** Arrival numbers that are there once. */
  arrivals: number
  /** The seats went to those who came first. */
  firstComeFirstServed: boolean
  /** Places in the line as staff and the waiting see them, in order. */
  positions: number[]
  audits: number
  letters: number
  manageLinks: number
}

const EVERYTHING = { q: undefined, standing: [], land: [], group: [] }

export async function countEvent(app: INestApplicationContext, eventId: string): Promise<EventCounts> {
  const db = app.get(Transactions).read
  const rows = await db.find(ParticipationEntity, { where: { eventId }, order: { arrivalNo: 'ASC' } })
  const placed = rows.filter(({ answer }) => answer === 'accepted')
  const confirmed = placed.filter(({ place }) => place === 'confirmed').length
  const positions: number[] = []
  for await (const rows of app.get(ParticipantList).batches(eventId, EVERYTHING)) positions.push(...rows.flatMap(({ waitingPosition }) => waitingPosition ?? []))
  const subjects = rows.map(({ id }) => id)
  return {
    confirmed,
    waiting: placed.filter(({ place }) => place === 'waiting').length,
    unconfirmed: rows.filter(({ answer }) => answer === 'unconfirmed').length,
    arrivals: new Set(placed.map(({ arrivalNo }) => arrivalNo)).size,
    firstComeFirstServed: placed.slice(0, confirmed).every(({ place }) => place === 'confirmed'),
    positions: positions.sort((a, b) => a - b),
    audits: await db.countBy(AuditEntryEntity, { nodeId: eventId, action: 'participation.accept' }),
    letters: await db.countBy(OutboxEntity, { nodeId: eventId, kind: 'participation.changed' }),
    manageLinks: await countIn(subjects, (ids) => db.countBy(PersonalLinkEntity, { purpose: 'manage', subjectId: In(ids) })),
  }
}

async function countIn(ids: string[], count: (ids: string[]) => Promise<number>): Promise<number> {
  let sum = 0
  for (let from = 0; from < ids.length; from += 500) sum += await count(ids.slice(from, from + 500))
  return sum
}
