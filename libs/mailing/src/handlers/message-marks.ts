import { Inject, Injectable } from '@nestjs/common'
import { EventEntity } from '@app/events'
import { ParticipationEntity } from '@app/participants'
import { CONFIG, Clock, type Config, Transactions, type Tx, newId } from '@app/platform'
import { CalendarEntries, type EntryWish, type ToldEntry } from '../calendar-entries/calendar-entries.js'
import { newPostage } from '../delivery/postage.js'
import { MAIL_KIND_RULES } from '../domain/mail-kinds.js'
import { MessageEntity } from '../entities/message.entity.js'
import { type ReadFacts, fingerprintOf } from '../facts/mail-facts-reader.js'
import type { Letter, Standing } from './letter.js'

/** A letter that is due by what was read. */
export interface DueLetter {
  outboxId: string
  letter: Letter
  read: ReadFacts
  subject: string
}

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

  /**
   * One transaction: looks once more behind the locks of the participations whether the letters are due, then writes messages and entries.
   * @param letters about different participations
   */
  mark(letters: readonly DueLetter[]): Promise<Marking[]> {
    return this.transactions.run(async (tx) => {
      const people = await this.lock(tx, letters.map(({ read }) => read.participation.id))
      const events = await this.eventsOf(tx, letters)
      const begun = await this.begunOf(tx, letters)
      const standings = letters.map(({ outboxId, letter, read }) => {
        const [participation, event] = [people.get(read.participation.id), events.get(read.event.id)]
        if (!participation || !event) return 'gone'
        return letter.withheld({ participation, event }) ?? { participation, event, begun: begun.get(outboxId) ?? null }
      })
      const wishes = letters.map((due, at) => (typeof standings[at] === 'string' ? null : wishOf(due, isRepeat(standings[at]!.begun))))
      const told = await this.entries.prepare(tx, wishes.filter((wish) => wish !== null))
      const entries = wishes.map((wish) => (wish === null ? null : told.shift()!))
      const first: Partial<MessageEntity>[] = []
      const markings: Marking[] = []
      for (const [at, due] of letters.entries()) {
        const [standing, entry] = [standings[at]!, entries[at]!]
        const reason = typeof standing === 'string' ? standing : isRepeat(standing.begun) || entry?.isNew ? null : (due.letter.withheldWithoutEntry?.(standing) ?? null)
        if (reason !== null || typeof standing === 'string') markings.push({ kind: 'withheld', reason: reason! })
        else if (standing.begun) markings.push(await this.again(tx, standing.begun, due, entry))
        else markings.push(this.first(first, due, entry))
      }
      await tx.insertAllBlind(MessageEntity, first)
      return markings
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
    tx.gather(this.writeSent, mark)
  }

  private readonly writeSent = async (tx: Tx, marks: readonly Mark[]): Promise<void> => {
    const now = this.clock.now()
    await tx.change(MessageEntity, { id: marks.map(({ rowId }) => rowId) }, { fate: 'sent', sentAt: now, fateAt: now, smtpReply: null })
    await this.entries.told(tx, marks.flatMap(({ entry }) => entry?.id ?? []), now)
  }

  /** The mail will never arrive; `reply` is what the server said. */
  async refused(tx: Tx, mark: Pick<Mark, 'rowId'>, reply: string): Promise<void> {
    await tx.db.update(MessageEntity, { id: mark.rowId }, { fate: 'refused', smtpReply: reply, fateAt: this.clock.now() })
  }

  /** A letter that may have been begun will not leave any more. Whether a first try reached anybody is what nobody can say. */
  async unsent(tx: Tx, outboxId: string, fate: 'withheld' | 'given_up'): Promise<void> {
    tx.gather(this.writeUnsent[fate], outboxId)
  }

  private readonly writeUnsent = { withheld: this.unsentAs('withheld'), given_up: this.unsentAs('given_up') }

  private unsentAs(fate: 'withheld' | 'given_up') {
    return async (tx: Tx, outboxIds: readonly string[]): Promise<void> => {
      await tx.change(MessageEntity, { outboxId: outboxIds, fate: 'sending' }, { fate, fateAt: this.clock.now() })
    }
  }

  /** Two letters to one person are written down one after the other. */
  private async lock(tx: Tx, ids: readonly string[]): Promise<Map<string, Standing['participation']>> {
    const rows = await tx.pickLocked(ParticipationEntity, { id: ids }, ['id', 'answer', 'place'])
    return new Map(rows.map((row) => [row.id, row]))
  }

  private async eventsOf(tx: Tx, letters: readonly DueLetter[]): Promise<Map<string, Standing['event']>> {
    const rows = await tx.pickAll(EventEntity, { id: [...new Set(letters.map(({ read }) => read.event.id))] }, ['id', 'state'])
    return new Map(rows.map((row) => [row.id, row]))
  }

  private async begunOf(tx: Tx, letters: readonly DueLetter[]): Promise<Map<string, Begun>> {
    const rows = await tx.pickAll(MessageEntity, { outboxId: letters.map(({ outboxId }) => outboxId) }, ['id', 'outboxId', 'messageId', 'verp', 'calendarEntryId'])
    return new Map(rows.map((row) => [row.outboxId, row]))
  }

  private first(rows: Partial<MessageEntity>[], { outboxId, letter, read, subject }: DueLetter, entry: ToldEntry | null): Mark {
    const { participation, event } = read
    const postage = newPostage(this.config)
    const rowId = newId()
    rows.push({
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

  private async again(tx: Tx, begun: Begun, { letter, subject }: DueLetter, entry: ToldEntry | null): Promise<Mark> {
    await tx.db.update(MessageEntity, { id: begun.id }, { kind: letter.kind, subject: subjectColumn(subject), ...calendarColumns(letter, entry), fate: 'sending' })
    return { kind: 'ready', rowId: begun.id, messageId: begun.messageId, verp: begun.verp, entry }
  }
}

/** A letter that was written down at an earlier try. */
type Begun = Pick<MessageEntity, 'id' | 'messageId' | 'verp' | 'calendarEntryId'>

/** This very letter told of the entry before. */
function isRepeat(begun: Begun | null): boolean {
  return begun !== null && begun.calendarEntryId !== null
}

/** Without a date there is nothing that a calendar could hold. */
function wishOf({ letter, read: { participation, event, facts } }: DueLetter, repeats: boolean): EntryWish | null {
  if (letter.entry === null || facts.event.days.length === 0) return null
  return {
    participationId: participation.id,
    itemKey: event.id,
    status: letter.entry,
    fingerprint: fingerprintOf(facts.event, facts.language, letter.entry),
    isRepeat: repeats,
    onlyStanding: letter.onlyStandingEntry ?? false,
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
