import type { Admission, EventState } from '@app/contracts'
import type { Tx } from '@app/platform'
import type { AdmissionFacts } from './domain/admission.js'
import { PLACES_THAT_COUNT } from './domain/standing.js'
import type { ParticipationEntity } from './entities/participation.entity.js'

/** A person over whose place is decided now, with everything that the decision needs. */
export interface Applicant {
  row: Pick<ParticipationEntity, 'id' | 'eventId' | 'answer' | 'place' | 'email' | 'emailNormalised'>
  eventState: EventState
  facts: AdmissionFacts
}

const COUNTED = PLACES_THAT_COUNT.map((place) => `'${place}'`).join(', ')

/**
 * Person, event and seats in one statement: it is read while everybody else who wants a place at this event waits. Seats are counted from the
 * rows (rule 4); whether somebody waits is asked and not how many, because a line of thousands would be counted for every one who joins it.
 */
const APPLICANT = `
  SELECT p.event_id AS eventId, p.answer, p.place, p.seats, p.email, p.email_normalised AS emailNormalised,
    e.state, e.admission, e.capacity, e.waiting_list AS waitingList,
    EXISTS (SELECT 1 FROM participation w WHERE w.event_id = e.id AND w.place = 'waiting') AS someoneWaits,
    CASE WHEN e.capacity IS NULL THEN 0 ELSE (SELECT COALESCE(SUM(t.seats), 0) FROM participation t WHERE t.event_id = e.id AND t.place IN (${COUNTED})) END AS taken
  FROM participation p JOIN event e ON e.id = p.event_id WHERE p.id = ?`

/** The row as both drivers hand it over: truth is 0 or 1, a sum may be text. */
type Found = Omit<Applicant['row'], 'id'> & {
  state: EventState
  admission: Admission
  capacity: number | null
  seats: number
  waitingList: number
  someoneWaits: number
  taken: number | string
}

/** Reads under the lock of the event; null when the participation is gone. */
export async function readApplicant(tx: Tx, participationId: string): Promise<Applicant | null> {
  const [found] = (await tx.db.query(APPLICANT, [participationId])) as Found[]
  if (!found) return null
  const { state, admission, capacity, seats, waitingList, someoneWaits, taken, ...row } = found
  return {
    row: { id: participationId, ...row },
    eventState: state,
    facts: { admission, capacity, seats, taken: Number(taken), waitingList: Boolean(waitingList), someoneWaits: Boolean(someoneWaits) },
  }
}
