import type { Tables } from '../support/installation-tables.js'
import { type Row, grouped, isMove, rowsBy } from './rows.js'

/** A mail as a mailbox or a mail server got it. */
export interface SeenMail {
  /** With or without angle brackets. */
  readonly messageId: string
  readonly to: readonly string[]
}

/** I3: what a letter leads to is there: a link to confirm by for whoever registered, a personal page for whoever has answered. */
export function* linkFaults({ participation = [], personal_link: links = [] }: Tables): Generator<string> {
  const purposes = rowsBy(links, 'subject_id')
  for (const { id, answer, origin, email } of participation) {
    if (email === null || origin !== 'open') continue
    const has = (purpose: string) => purposes.get(id)?.some((link) => link.purpose === purpose) ?? false
    if (!has('confirm')) yield `I3: registration ${String(id)} has no link to confirm by`
    if (answer !== 'unconfirmed' && !has('manage')) yield `I3: registration ${String(id)} has no link to its page`
  }
}

/**
 * I3: a registration has one row that asks for its confirmation, and one for each of its moves; whoever corrects an address may add one
 * more. Each is done, waits, is in hand, or was withheld or given up with a reason.
 */
export function* letterFaults({ participation = [], outbox = [], audit_entry: audit = [] }: Tables): Generator<string> {
  const rows = rowsBy(outbox, 'subject_id')
  const lines = rowsBy(audit, 'subject_id')
  for (const { id, email, origin } of participation) {
    if (email === null || origin === 'import') continue
    const count = (list: readonly Row[] | undefined, matches: (row: Row) => boolean) => list?.filter(matches).length ?? 0
    const asked = count(rows.get(id), ({ kind }) => kind === 'participation.unconfirmed')
    if (asked !== (origin === 'open' ? 1 : 0)) yield `I3: registration ${String(id)} has ${asked} outbox rows that ask for its confirmation`
    const told = count(rows.get(id), ({ kind }) => kind === 'participation.changed')
    const moves = count(lines.get(id), isMove)
    const corrections = count(lines.get(id), ({ action }) => action === 'participation.correct')
    if (told < moves || told > moves + corrections) yield `I3: registration ${String(id)} has ${told} outbox rows about its place for ${moves} moves`
  }
  for (const { id, state, reason } of outbox) {
    const isHeld = state === 'withheld' || state === 'failed'
    if (isHeld && !reason) yield `I3: outbox row ${String(id)} is ${state} without a reason`
    if (!isHeld && !['pending', 'running', 'done'].includes(String(state))) yield `I3: outbox row ${String(id)} is ${String(state)}`
  }
}

/**
 * I4: whatever the rows call sent has arrived, at its own address; whatever has arrived stands in the rows; and no more came twice than
 * kills explain. A repeat is a mail with a Message-ID that was there before, so that mailboxes fold it.
 * @param repeats how many are explained
 */
export function* mailFaults({ message = [], outbox = [] }: Tables, mails: readonly SeenMail[], repeats: number): Generator<string> {
  const arrived = grouped(mails, ({ messageId }) => messageId.replace(/^<|>$/g, ''))
  const known = new Map(message.map((row) => [String(row.message_id), row]))
  const fates = new Map(message.map((row) => [row.outbox_id, row.fate]))
  for (const { message_id: messageId, fate, outbox_id: outboxId } of known.values()) {
    if (fate === 'sent' && !arrived.has(String(messageId))) yield `I4: the mail of outbox row ${String(outboxId)} is marked sent and has not arrived`
  }
  for (const { id, kind, state } of outbox) {
    if (state === 'done' && String(kind).startsWith('participation.') && fates.get(id) !== 'sent') yield `I4: outbox row ${String(id)} is done, but its mail is ${String(fates.get(id) ?? 'not written')}`
  }
  for (const [messageId, copies] of arrived) {
    const row = known.get(messageId)
    if (!row) yield `I4: a mail arrived that stands in no row: ${messageId}`
    else if (copies.some(({ to }) => to.join() !== String(row.email).toLowerCase())) yield `I4: the mail of outbox row ${String(row.outbox_id)} came to another address than its own`
  }
  const again = mails.length - arrived.size
  if (again > repeats) yield `I4: ${again} mails came once more, ${repeats} are explained`
}
