import { PLACES_THAT_COUNT } from '@app/participants'
import { type DataSources, closeDataSources, openDataSources } from '@app/platform'
import { schema } from '../../apps/assembly.js'
import { checkAudit } from '../../apps/cli/src/doctor/audit-check.js'
import { checkInvariants } from '../../apps/cli/src/doctor/invariant-checks.js'
import { type Tables, type TablesPlace, tablesNow } from '../support/installation-tables.js'
import type { Letter } from '../support/mailbox.js'
import { type SeenMail, letterFaults, linkFaults, mailFaults } from './invariants-of-letters.js'
import { logFaults } from './invariants-of-log.js'
import { grouped } from './rows.js'

/** Counts of an event as a page or an answer of the API shows them. */
export interface ShownCounts { readonly id: string; readonly taken: number; readonly waiting: number }

/** A request that was answered with success: what it asked for must be there whatever happened afterwards. */
export interface Acknowledged { readonly eventId: string; readonly email: string; readonly what: 'registered' | 'confirmed' | 'withdrawn' }

/** Where the rows are. Whoever judges again and again keeps its own connections open: making them costs more than the judgement. */
export interface JudgedPlace extends TablesPlace { readonly secretKeys?: string | null; readonly sources?: DataSources }

/** What was seen from outside; whatever is left out is not judged. */
export interface Seen {
  /** Every mail that has arrived, repeats included. */
  mails?: readonly SeenMail[]
  /** How many mails may have arrived once more: `2 * POOL` for each kill of a worker. */
  repeats?: number
  shown?: readonly ShownCounts[]
  acknowledged?: readonly Acknowledged[]
}

/** Mails that one process sends at the same time: so many may have left when it dies before it could say so. */
export const POOL = 5

/**
 * Judges the rows of an installation, and what was seen of it from outside, by everything that must hold whatever happened:
 *
 * - I1 no more people than places · I2 counts shown are those of the rows · I3 a letter for each move, and a reason where none leaves
 * - I4 what is called sent has arrived, and little of it twice · I5 who waits was overtaken by nobody · I6 every change stands in the log once
 * - I7 nothing changes by looking (`changesBetween`) · I8 what was acknowledged is there · I9 health tells a fault (`healthFaults`)
 *
 * I1 and parts of I3, I5 and I6 are the doctor's own checks.
 * @returns sentences for what is broken, each beginning with the invariant; empty when everything holds
 */
export async function brokenInvariants(place: JudgedPlace, seen: Seen = {}): Promise<string[]> {
  const tables = await tablesNow(place)
  return [
    ...(await doctorFaults(place)),
    ...countFaults(tables, seen.shown ?? []),
    ...letterFaults(tables),
    ...linkFaults(tables),
    ...(seen.mails ? mailFaults(tables, seen.mails, seen.repeats ?? 0) : []),
    ...overtakingFaults(tables),
    ...logFaults(tables),
    ...acknowledgementFaults(tables, seen.acknowledged ?? []),
  ]
}

/** What is judged of the letters of a mailbox. */
export function seenMails(letters: readonly Letter[]): SeenMail[] {
  return letters.map(({ parsed, to }) => ({ messageId: parsed.messageId ?? '', to }))
}

async function doctorFaults({ secretKeys = null, sources: kept, ...place }: JudgedPlace): Promise<string[]> {
  const sources = kept ?? (await openDataSources(place, schema))
  try {
    const findings = [...(await checkInvariants(sources, new Date())), await checkAudit({ dataDir: place.dataDir, secretKeys }, sources)]
    return findings.filter(({ state }) => state === 'fault').map(({ what }) => `doctor: ${what}`)
  } finally {
    if (!kept) await closeDataSources(sources)
  }
}

/** I2: what is shown is what the rows say. */
function countFaults({ participation = [] }: Tables, shown: readonly ShownCounts[]): string[] {
  return shown.flatMap(({ id, taken, waiting }) => {
    const rows = participation.filter((row) => row.event_id === id)
    const seats = rows.filter(({ place }) => (PLACES_THAT_COUNT as readonly unknown[]).includes(place)).reduce((sum, row) => sum + Number(row.seats), 0)
    const line = rows.filter(({ place }) => place === 'waiting').length
    return taken === seats && waiting === line ? [] : [`I2: event ${id} shows ${taken} taken and ${waiting} waiting, its rows say ${seats} and ${line}`]
  })
}

/** I5: whoever has a seat came before everybody who waits, but for people whom staff has moved. */
function overtakingFaults({ participation = [], audit_entry: audit = [] }: Tables): string[] {
  const moved = new Set(audit.filter((row) => row.actor_kind === 'account').map((row) => row.subject_id))
  const inLine = participation.filter(({ id, arrival_no: arrivalNo }) => arrivalNo !== null && !moved.has(id))
  const first = new Map<unknown, number>()
  for (const { place, event_id: event, arrival_no: arrivalNo } of inLine) {
    if (place === 'waiting') first.set(event, Math.min(first.get(event) ?? Infinity, Number(arrivalNo)))
  }
  return inLine
    .filter(({ place, event_id: event, arrival_no: arrivalNo }) => place === 'confirmed' && Number(arrivalNo) > (first.get(event) ?? Infinity))
    .map(({ id }) => `I5: registration ${id} has a seat, but somebody who came before it waits`)
}

/** I8: what was acknowledged is there, once. */
function acknowledgementFaults({ participation = [] }: Tables, acknowledged: readonly Acknowledged[]): string[] {
  const key = (eventId: unknown, email: unknown) => `${String(eventId)} ${String(email).toLowerCase()}`
  const rows = grouped(participation, (row) => key(row.event_id, row.email))
  return acknowledged.flatMap(({ eventId, email, what }) => {
    const own = rows.get(key(eventId, email)) ?? []
    if (own.length !== 1) return [`I8: ${email} was ${what} and has ${own.length} registrations`]
    const { answer } = own[0]!
    const isThere = what === 'registered' || (what === 'withdrawn' ? answer === 'withdrawn' : answer === 'accepted' || answer === 'withdrawn')
    return isThere ? [] : [`I8: ${email} was ${what} and is ${String(answer)}`]
  })
}

/** I7: what differs between two readings of all tables, row by row; nothing may when somebody only looked in between. */
export function changesBetween(before: Tables, after: Tables): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].flatMap((name) => {
    const [old, now] = [rowTexts(before[name]), rowTexts(after[name])]
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
      if (old.get(id) === now.get(id)) return []
      return [`I7: ${name} ${id} ${!old.has(id) ? 'was added' : now.has(id) ? 'was changed' : 'is gone'}`]
    })
  })
}

function rowTexts(rows: Tables[string] = []): Map<string, string> {
  return new Map(rows.map((row) => [String(row.id ?? JSON.stringify(row)), JSON.stringify(row)]))
}
