import { createHash } from 'node:crypto'
import { newId, randomToken } from '@app/platform'
import type { RawSession } from './raw-session.js'

const LINK = 'SELECT id, subject_id, epoch, expires_at, revoked_at FROM personal_link WHERE selector = ? AND purpose = ? LIMIT 1'
const PERSON = 'SELECT event_id, answer FROM participation WHERE id = ? LIMIT 1'
const APPLICANT = `SELECT p.event_id, p.answer, p.place, p.seats, p.email, p.email_normalised, e.state, e.admission, e.capacity, e.waiting_list,
  EXISTS (SELECT 1 FROM participation w WHERE w.event_id = e.id AND w.place = 'waiting') AS someone_waits,
  CASE WHEN e.capacity IS NULL THEN 0 ELSE (SELECT COALESCE(SUM(t.seats), 0) FROM participation t WHERE t.event_id = e.id AND t.place IN ('confirmed', 'offered')) END AS taken
  FROM participation p JOIN event e ON e.id = p.event_id WHERE p.id = ?`
const LOCK = { set: 'UPDATE event SET', where: 'WHERE id = ?' }
const PLACE = {
  set: 'UPDATE participation SET answer = ?, place = ?, place_at = ?, place_until = NULL, place_reason = NULL, answered_at = ?, confirmed_at = ?, arrival_no = ?,',
  where: 'WHERE id = ? AND answer = ? AND place = ?',
}
const AUDIT = `INSERT INTO audit_entry (id, at, actor_kind, actor_id, action, subject_kind, subject_id, node_id, \`change\`, salt, change_digest)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
const WORK = `INSERT INTO outbox (id, kind, subject_id, payload, lane, node_id, dedupe_key, state, run_after, created_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
const NEW_LINK = 'INSERT INTO personal_link (id, purpose, selector, epoch, subject_id, created_at) VALUES (?, ?, ?, ?, ?, ?)'

/**
 * One confirmation as the product does it, statement by statement, with no layer above the driver: two reads, then the lock of the
 * event, the facts behind it, the place, the audit line, the work for the outbox and the personal link.
 * @throws Error when the row was not in the state it is confirmed from
 */
export async function confirmRaw(session: RawSession, token: string): Promise<void> {
  const [link] = await session.all(LINK, [token.split('.')[0]!, 'confirm'])
  const id = String(link!.subject_id)
  const [found] = await session.all(PERSON, [id])
  const eventId = String(found!.event_id)
  await session.run(session.dialect === 'sqlite' ? 'BEGIN TRANSACTION' : 'START TRANSACTION', [])
  const arrival = await session.raise(LOCK, [eventId])
  const [person] = await session.all(APPLICANT, [id])
  const isFree = Number(person!.someone_waits) === 0 && Number(person!.taken) + Number(person!.seats) <= Number(person!.capacity)
  const place = isFree ? 'confirmed' : 'waiting'
  const now = new Date().toISOString().slice(0, 23).replace('T', ' ')
  const revision = await session.raise(PLACE, ['accepted', place, now, now, isFree ? now : null, arrival, id, 'unconfirmed', 'none'])
  if (revision === null) throw new Error('the row was not unconfirmed')
  const salt = randomToken(16)
  const change = JSON.stringify({ before: 'unconfirmed/none', after: `accepted/${place}` })
  const digest = createHash('sha256').update(salt).update(change).digest('hex')
  await session.run(AUDIT, [newId(), now, 'participant', id, 'participation.accept', 'participation', id, eventId, change, salt, digest])
  const lane = String(person!.email_normalised).split('@').pop()!
  await session.run(WORK, [newId(), 'participation.changed', id, JSON.stringify({ cause: place }), lane, eventId, `participation.changed:${id}:${revision}`, 'pending', now, now])
  await session.run(NEW_LINK, [newId(), 'manage', randomToken(16), 1, id, now])
  await session.run('COMMIT', [])
}
