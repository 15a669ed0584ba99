import { Inject, Injectable } from '@nestjs/common'
import { EventEntity } from '@app/events'
import { ParticipationEntity } from '@app/participants'
import { CONFIG, Clock, type Config, Transactions, type Tx, newId } from '@app/platform'
import { CalendarEntries, type ToldEntry } from '../calendar-entries/calendar-entries.js'
import { newPostage } from '../delivery/postage.js'
import { MAIL_KIND_RULES } from '../domain/mail-kinds.js'
import { MessageEntity } from '../entities/message.entity.js'
import { type ReadFacts, fingerprintOf } from '../facts/mail-facts-reader.js'
import type { Letter } from './letter.js'

/** A letter written down as "about to leave": its postage and its calendar number are fixed from here on. */
export interface Mark {
  kind: 'ready'
  messageId: string
  verp: string
  rowId: string
  entry: ToldEntry | null
}

export type Marking = Mark | { kind: 'withheld'; reason: string }

const SUBJECT_WIDTH = 300

/**
 * The rows of one letter before and after it leaves. Marked, sent, then settled: a worker that dies in between leaves a row from which
 * the next one sends the same letter again, with the same Message-ID, UID and SEQUENCE, so that mailboxes and calendars fold it.
 */
@Injectable()
export class MessageMarks {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly entries: CalendarEntries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One transaction: looks once more behind the lock of the participation whether the letter is due, then writes message and entry. */
  mark(outboxId: string, letter: Letter, read: ReadFacts, subject: string): Promise<Marking> {
    return this.transactions.run(async (tx) => {
      const participation = await this.lock(tx, read.participation.id)
      const event = await tx.db.findOneBy(EventEntity, { id: read.event.id })
      if (!participation || !event) return { kind: 'withheld', reason: 'gone' }
      const reason = letter.withheld({ participation, event })
      if (reason !== null) return { kind: 'withheld', reason }
      const begun = await tx.db.findOneBy(MessageEntity, { outboxId })
      const isRepeat = begun !== null && begun.calendarEntryId !== null
      const entry = await this.entryOf(tx, letter, read, isRepeat)
      if (!isRepeat && !entry?.isNew) {
        const without = letter.withheldWithoutEntry?.({ participation, event }) ?? null
        if (without !== null) return { kind: 'withheld', reason: without }
      }
      return begun ? this.again(tx, begun, letter, subject, entry) : this.first(tx, outboxId, letter, read, subject, entry)
    })
  }

  /** Writes down a letter to a colleague, on which neither a participation nor a calendar hangs; a repeat keeps its postage. */
  async markColleague(tx: Tx, outboxId: string, to: Pick<MessageEntity, 'kind' | 'email' | 'domain' | 'language'>, subject: string): Promise<Mark> {
    const begun = await tx.db.findOneBy(MessageEntity, { outboxId })
    const columns = { ...to, subject: subjectColumn(subject), fate: 'sending' as const }
    const postage = begun ?? newPostage(this.config)
    const rowId = begun?.id ?? newId()
    if (begun) await tx.db.update(MessageEntity, { id: rowId }, columns)
    else await tx.db.insert(MessageEntity, { id: rowId, outboxId, ...columns, ...postage })
    return { kind: 'ready', rowId, entry: null, messageId: postage.messageId, verp: postage.verp }
  }

  /** The mail has left. */
  async sent(tx: Tx, mark: Mark): Promise<void> {
    const now = this.clock.now()
    await tx.db.update(MessageEntity, { id: mark.rowId }, { fate: 'sent', sentAt: now, fateAt: now, smtpReply: null })
    if (mark.entry) await this.entries.told(tx, mark.entry.id, now)
  }

  /** The mail will never arrive; `reply` is what the server said. */
  async refused(tx: Tx, mark: Pick<Mark, 'rowId'>, reply: string): Promise<void> {
    await tx.db.update(MessageEntity, { id: mark.rowId }, { fate: 'refused', smtpReply: reply, fateAt: this.clock.now() })
  }

  /** A letter that may have been begun will not leave any more. Whether a first try reached anybody is what nobody can say. */
  async unsent(tx: Tx, outboxId: string, fate: 'withheld' | 'given_up'): Promise<void> {
    await tx.db.update(MessageEntity, { outboxId, fate: 'sending' }, { fate, fateAt: this.clock.now() })
  }

  /** SQLite has one writer at a time and no row locks; elsewhere two letters to one person are written down one after the other. */
  private lock(tx: Tx, id: string): Promise<ParticipationEntity | null> {
    const row = tx.db.createQueryBuilder(ParticipationEntity, 'p').where({ id })
    if (this.transactions.dialect === 'mysql') row.setLock('pessimistic_write')
    return row.getOne()
  }

  private async entryOf(tx: Tx, letter: Letter, { participation, event, facts }: ReadFacts, isRepeat: boolean): Promise<ToldEntry | null> {
    // Without a date there is nothing that a calendar could hold.
    if (letter.entry === null || facts.event.days.length === 0) return null
    return this.entries.prepare(tx, {
      participationId: participation.id,
      itemKey: event.id,
      status: letter.entry,
      fingerprint: fingerprintOf(facts.event, facts.language, letter.entry),
      isRepeat,
      onlyStanding: letter.onlyStandingEntry ?? false,
    })
  }

  private async first(tx: Tx, outboxId: string, letter: Letter, read: ReadFacts, subject: string, entry: ToldEntry | null): Promise<Mark> {
    const { participation, event } = read
    const postage = newPostage(this.config)
    const rowId = newId()
    await tx.db.insert(MessageEntity, {
      id: rowId,
      outboxId,
      kind: letter.kind,
      eventId: event.id,
      participationId: participation.id,
      contactId: participation.contactId,
      email: participation.email,
      domain: participation.emailNormalised.split('@').pop()!,
      language: participation.language,
      subject: subjectColumn(subject),
      ...postage,
      ...calendarColumns(letter, entry),
      fate: 'sending',
    })
    return { kind: 'ready', rowId, entry, ...postage }
  }

  private async again(tx: Tx, begun: MessageEntity, letter: Letter, subject: string, entry: ToldEntry | null): Promise<Mark> {
    await tx.db.update(MessageEntity, { id: begun.id }, { kind: letter.kind, subject: subjectColumn(subject), ...calendarColumns(letter, entry), fate: 'sending' })
    return { kind: 'ready', rowId: begun.id, messageId: begun.messageId, verp: begun.verp, entry }
  }
}

function subjectColumn(subject: string): string {
  return [...subject].slice(0, SUBJECT_WIDTH).join('')
}

function calendarColumns(letter: Letter, entry: ToldEntry | null): Pick<MessageEntity, 'calendarEntryId' | 'method' | 'sequence'> {
  return entry
    ? { calendarEntryId: entry.id, method: MAIL_KIND_RULES[letter.kind].method, sequence: entry.sequence }
    : { calendarEntryId: null, method: null, sequence: null }
}
