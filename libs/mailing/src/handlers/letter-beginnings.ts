import { Injectable } from '@nestjs/common'
import { type OutboxJob, type Outcome, ROWS_IN_HAND, Rounds } from '@app/platform'
import { type MailContent, mailContent } from '../domain/mail-content.js'
import { type Looked, MailFactsReader, type ReadFacts } from '../facts/mail-facts-reader.js'
import { AddressBlocks } from './address-blocks.js'
import type { Letter, Standing } from './letter.js'
import { type DueLetter, type Mark, MessageMarks } from './message-marks.js'

const LOOKS = 5

export type LetterJob = Pick<OutboxJob, 'id' | 'subjectId' | 'attempts' | 'begins' | 'settled'>

/** A letter that was found due and written down; its facts are as they were a moment ago. */
export interface Begun {
  kind: 'ready'
  letter: Letter
  read: ReadFacts
  content: MailContent
  mark: Mark
}

interface Asked {
  job: LetterJob
  /** The letter that fits how the person stands when the facts are read. */
  choose(now: Standing): Letter
}

interface Due extends DueLetter {
  asked: Asked
  content: MailContent
}

/** Reads the facts of letters and writes them down as "about to leave", many at a time. */
@Injectable()
export class LetterBeginnings {
  private readonly rounds = new Rounds<Asked, Begun | Outcome>((asked) => this.begin(asked), ROWS_IN_HAND)

  constructor(private readonly facts: MailFactsReader, private readonly marks: MessageMarks, private readonly blocks: AddressBlocks) {}

  /** @returns the letter, or what became of it already */
  ask(job: LetterJob, choose: (now: Standing) => Letter): Promise<Begun | Outcome> {
    return this.rounds.ask({ job, choose })
  }

  /**
   * Reads and writes down until the two agree: an event that was changed after it was read, but before the entry was written, would
   * be found by nobody. Changes after that find the entry.
   */
  private async begin(asked: readonly Asked[]): Promise<(Begun | Outcome)[]> {
    const answers = new Map<Asked, Begun | Outcome>()
    for (const turn of turnsOf(asked)) {
      for (let open = turn, looks = 1; open.length > 0 && looks <= LOOKS; looks++) {
        await this.look(open, answers)
        open = open.filter((one) => !answers.has(one))
      }
    }
    return asked.map((one) => answers.get(one) ?? { kind: 'later', reason: 'facts_in_motion' })
  }

  /** One look; who has no answer after it is to be looked at again. */
  private async look(asked: readonly Asked[], answers: Map<Asked, Begun | Outcome>): Promise<void> {
    const due = this.composable(await this.due(asked, answers), answers)
    const markings = due.length === 0 ? [] : await this.marks.mark(due)
    const begun = due.flatMap(({ asked: one, letter, read, content }, at) => {
      const mark = markings[at]!
      if (mark.kind === 'ready') return [{ one, begun: { kind: 'ready' as const, letter, read, content, mark } }]
      answers.set(one, mark)
      return []
    })
    const current = await this.facts.areCurrent(begun.filter(({ begun: { mark } }) => mark.entry !== null).map(({ begun: { read } }) => read))
    for (const { one, begun: ready } of begun) if (ready.mark.entry === null || current.shift()) answers.set(one, ready)
  }

  private async due(asked: readonly Asked[], answers: Map<Asked, Begun | Outcome>): Promise<{ asked: Asked; letter: Letter; read: ReadFacts }[]> {
    const looked = await this.facts.look(asked.map(({ job }) => job.subjectId))
    const blocked = await this.blocks.blockedAmong(looked.flatMap((now) => (typeof now === 'string' ? [] : now.participation.emailNormalised)))
    const due: { asked: Asked; letter: Letter; now: Looked }[] = []
    for (const [at, one] of asked.entries()) {
      const now = looked[at]!
      const letter = typeof now === 'string' ? null : one.choose(now)
      const reason = typeof now === 'string' ? now : (letter!.withheld(now) ?? (blocked.has(now.participation.emailNormalised) ? 'blocked' : null))
      if (typeof now !== 'string' && reason === null) due.push({ asked: one, letter: letter!, now })
      else answers.set(one, { kind: 'withheld', reason: reason! })
    }
    const read = await this.facts.complete(due.map(({ now }) => now))
    return due.map(({ asked: one, letter }, at) => ({ asked: one, letter, read: read[at]! }))
  }

  private composable(due: readonly { asked: Asked; letter: Letter; read: ReadFacts }[], answers: Map<Asked, Begun | Outcome>): Due[] {
    return due.flatMap((one) => {
      try {
        const content = mailContent(one.letter.kind, one.read.facts)
        return [{ ...one, outboxId: one.asked.job.id, content, subject: content.subject }]
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        answers.set(one.asked, { kind: 'failed', reason: 'not_composable' })
        return []
      }
    })
  }
}

/** Letters to the same person one after the other: the second finds what the first has written. */
function turnsOf(asked: readonly Asked[]): Asked[][] {
  const turns: Asked[][] = []
  const counts = new Map<string, number>()
  for (const one of asked) {
    const turn = counts.get(one.job.subjectId) ?? 0
    counts.set(one.job.subjectId, turn + 1)
    turns[turn] = [...(turns[turn] ?? []), one]
  }
  return turns
}
