import { createHash } from 'node:crypto'
import { newId, randomToken } from '@app/platform'
import type { RawSession } from './raw-session.js'

const LINK = 'SELECT * FROM personal_link WHERE selector = ? AND purpose = ? LIMIT 1'
const PERSON = 'SELECT * FROM participation WHERE id = ? LIMIT 1'
const EVENT = 'SELECT * FROM event WHERE id = ? LIMIT 1'
const LOCK = 'UPDATE event SET revision = revision + 1 WHERE id = ?'
const REVISION = 'SELECT revision FROM event WHERE id = ?'
const WAITING = 'SELECT COUNT(1) AS people FROM participation WHERE event_id = ? AND place = ?'
const TAKEN = 'SELECT SUM(seats) AS seats FROM participation WHERE event_id = ? AND place IN (?, ?)'
const PLACE = `UPDATE participation SET answer = ?, place = ?, place_at = ?, place_until = NULL, place_reason = NULL, revision = revision + 1, answered_at = ?,
  confirmed_at = ?, arrival_no = ? WHERE id = ? AND answer = ? AND place = ?`
const AUDIT = `INSERT INTO audit_entry (id, at, actor_kind, actor_id, action, subject_kind, subject_id, node_id, \`change\`, salt, change_digest)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
const WORK = `INSERT INTO outbox (id, kind, subject_id, payload, lane, node_id, dedupe_key, state, run_after, created_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
const NEW_LINK = 'INSERT INTO personal_link (id, purpose, selector, epoch, subject_id, created_at) VALUES (?, ?, ?, ?, ?, ?)'

/**
 * One confirmation as the product does it, statement by statement, with no layer above the driver: two reads, then the lock of the
 * event, the rows behind it, the place, the audit line, the work for the outbox and the personal link.
 * @throws Error when the row was not in the state it is confirmed from
 */
export async function confirmRaw(session: RawSession, token: string): Promise<void> {
  const [link] = await session.all(LINK, [token.split('.')[0]!, 'confirm'])
  const id = String(link!.subject_id)
  const [found] = await session.all(PERSON, [id])
  const eventId = String(found!.event_id)
  await begin(session)
  await session.run(LOCK, [eventId])
  const [locked] = await session.all(REVISION, [eventId])
  await session.all(EVENT, [eventId])
  const [person] = await session.all(PERSON, [id])
  const [event] = await session.all(EVENT, [eventId])
  const [waiting] = await session.all(WAITING, [eventId, 'waiting'])
  const [taken] = await session.all(TAKEN, [eventId, 'confirmed', 'offered'])
  const isFree = Number(waiting!.people) === 0 && Number(taken!.seats ?? 0) < Number(event!.capacity)
  const place = isFree ? 'confirmed' : 'waiting'
  const now = new Date().toISOString().slice(0, 23).replace('T', ' ')
  const changed = await session.run(PLACE, ['accepted', place, now, now, isFree ? now : null, Number(locked!.revision), id, 'unconfirmed', 'none'])
  if (changed !== 1) throw new Error(`${changed} rows confirmed`)
  await session.all(PERSON, [id])
  const salt = randomToken(16)
  const change = JSON.stringify({ before: 'unconfirmed/none', after: `accepted/${place}` })
  const digest = createHash('sha256').update(salt).update(change).digest('hex')
  await session.run(AUDIT, [newId(), now, 'participant', id, 'participation.accept', 'participation', id, eventId, change, salt, digest])
  const lane = String(person!.email_normalised).split('@').pop()!
  const key = `participation.changed:${id}:${Number(person!.revision) + 1}`
  await session.run(WORK, [newId(), 'participation.changed', id, JSON.stringify({ cause: place }), lane, eventId, key, 'pending', now, now])
  await session.run(NEW_LINK, [newId(), 'manage', randomToken(16), 1, id, now])
  await session.run('COMMIT', [])
}

async function begin(session: RawSession): Promise<void> {
  if (session.dialect === 'sqlite') return void (await session.run('BEGIN TRANSACTION', []))
  await session.run('SET TRANSACTION ISOLATION LEVEL READ COMMITTED', [])
  await session.run('START TRANSACTION', [])
}
