import { PLACES_THAT_COUNT } from '@app/participants'
import type { DataSources } from '@app/platform'
import { type Finding, fault, note, ok } from './finding.js'

const MINUTE = 60_000
/** A lease that ended this long ago should have been given back by any process that works. */
const LEASE_GRACE = 10 * MINUTE
const BACKLOG_NOTE = 2 * MINUTE
const BACKLOG_FAULT = 30 * MINUTE
/** So many ids are shown; the rest is a number. */
const SHOWN = 3

/** What must hold whatever happened, counted from the rows. The names I1 … are those of the design. */
export async function checkInvariants(sources: DataSources, now: Date): Promise<Finding[]> {
  return [await checkPlaces(sources), await checkContingents(sources), await checkLetters(sources), await checkReasons(sources), await checkWaitingOrder(sources), ...(await checkOutbox(sources, now))]
}

const places = PLACES_THAT_COUNT.map((place) => `'${place}'`).join(',')

/** I1: no event has given more places than it has. */
async function checkPlaces({ reader }: DataSources): Promise<Finding> {
  const broken = (await reader.query(
    `SELECT e.id AS id FROM event e JOIN participation p ON p.event_id = e.id AND p.place IN (${places}) WHERE e.capacity IS NOT NULL GROUP BY e.id, e.capacity HAVING SUM(p.seats) > e.capacity`,
  )) as { id: string }[]
  return broken.length === 0 ? ok('places: no event has more confirmed than it has places') : fault(`places: more confirmed than places in ${named('event', broken)}`, 'raise the capacity in the console, or withdraw people by hand')
}

/** I1 for contingents. */
async function checkContingents({ reader }: DataSources): Promise<Finding> {
  const broken = (await reader.query(
    `SELECT c.id AS id FROM contingent c JOIN participation p ON p.contingent_id = c.id AND p.place IN (${places}) WHERE c.maximum IS NOT NULL GROUP BY c.id, c.maximum HAVING SUM(p.seats) > c.maximum`,
  )) as { id: string }[]
  return broken.length === 0 ? ok('contingents: none has more confirmed than its maximum') : fault(`contingents: more confirmed than the maximum in ${named('contingent', broken)}`, 'raise the maximum, or withdraw people by hand')
}

/**
 * I3: whoever was confirmed has a letter that was sent, waits, or was withheld or given up with a reason. Places recorded after the fact
 * (origin `import`) are told to nobody, people without an address cannot be written to, and rows of events that are over may have been
 * deleted when their time was up.
 */
async function checkLetters({ reader }: DataSources): Promise<Finding> {
  const broken = (await reader.query(
    "SELECT p.id AS id FROM participation p JOIN event e ON e.id = p.event_id WHERE p.place = 'confirmed' AND p.email IS NOT NULL AND p.origin <> 'import'" +
      " AND e.state NOT IN ('done','accounted') AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.subject_id = p.id AND o.kind = 'participation.changed')",
  )) as { id: string }[]
  return broken.length === 0 ? ok('letters: every confirmed registration has its outbox row') : fault(`letters: no outbox row for ${named('registration', broken)}`, 'put these people on the waiting list and confirm them again in the console')
}

async function checkReasons({ reader }: DataSources): Promise<Finding> {
  const broken = (await reader.query("SELECT id FROM outbox WHERE state IN ('withheld','failed') AND (reason IS NULL OR reason = '')")) as { id: string }[]
  return broken.length === 0 ? ok('letters: everything withheld or given up has a reason') : fault(`letters: withheld or given up without a reason: ${named('outbox row', broken)}`, 'report this as a fault of the program')
}

/** I5: the order of a waiting list is unmistakable. */
async function checkWaitingOrder({ reader }: DataSources): Promise<Finding> {
  const broken = (await reader.query(
    "SELECT event_id AS id FROM participation WHERE place = 'waiting' GROUP BY event_id HAVING COUNT(*) > COUNT(DISTINCT arrival_no)",
  )) as { id: string }[]
  return broken.length === 0 ? ok('waiting lists: every number of arrival is given once') : fault(`waiting lists: numbers of arrival given twice or not at all in ${named('event', broken)}`, 'restore the order by hand from the audit log')
}

/** Work is done: nothing is held by a dead worker, nothing due lies about. */
async function checkOutbox({ reader }: DataSources, now: Date): Promise<Finding[]> {
  const count = async (condition: string, values: object) => {
    const row = await reader.createQueryBuilder().select('COUNT(*)', 'count').from('outbox', 'o').where(condition, values).getRawOne<{ count: string }>()
    return Number(row?.count ?? 0)
  }
  const before = (milliseconds: number) => ({ at: new Date(now.getTime() - milliseconds) })
  const held = await count("o.state = 'running' AND o.lease_until < :at", before(LEASE_GRACE))
  const due = await count("o.state = 'pending' AND o.run_after <= :at", before(0))
  const late = await count("o.state = 'pending' AND o.run_after <= :at", before(BACKLOG_NOTE))
  const veryLate = await count("o.state = 'pending' AND o.run_after <= :at", before(BACKLOG_FAULT))
  const failed = await count("o.state = 'failed'", {})
  const said = `outbox: ${due} due`
  return [
    held > 0 ? fault(`outbox: ${held} rows are held by workers that are gone`, 'start a worker: it takes them back') : ok('outbox: nothing is held by a worker that is gone'),
    veryLate > 0 ? fault(`${said}, ${veryLate} of them for more than 30 minutes`, 'start a worker, or more of them') : late > 0 ? note(`${said}, ${late} of them for more than 2 minutes`, 'start more workers if this does not go down') : ok(said),
    failed > 0 ? note(`outbox: ${failed} given up`, 'the console shows the reasons with the event; correct what is wrong and send them again') : ok('outbox: nothing given up'),
  ]
}

function named(what: string, rows: readonly { id: string }[]): string {
  const shown = rows.slice(0, SHOWN).map(({ id }) => id).join(', ')
  return `${rows.length} ${what}${rows.length === 1 ? '' : 's'} (${shown}${rows.length > SHOWN ? ', …' : ''})`
}
