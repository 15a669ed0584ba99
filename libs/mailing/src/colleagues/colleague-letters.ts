import { Injectable } from '@nestjs/common'
import type { OutboxJob, Outcome } from '@app/platform'
import { colleagueContent } from '../domain/colleague-content.js'
import { resetContent } from '../domain/reset-content.js'
import { ColleagueFactsReader } from './colleague-facts.js'
import { ColleaguePost } from './colleague-post.js'

/** Letters to the team itself. */
@Injectable()
export class ColleagueLetters {
  constructor(private readonly facts: ColleagueFactsReader, private readonly post: ColleaguePost) {}

  async invited(job: OutboxJob<'account.invited'>): Promise<Outcome> {
    const facts = await this.facts.read(job.subjectId, job.payload.inviterId)
    return this.post.send(job, typeof facts === 'string' ? facts : { ...facts, kind: 'account_invited', content: colleagueContent(facts) })
  }

  async reset(job: OutboxJob<'account.reset'>): Promise<Outcome> {
    const facts = await this.facts.readReset(job.subjectId)
    return this.post.send(job, typeof facts === 'string' ? facts : { ...facts, kind: 'account_reset', content: resetContent(facts) })
  }
}
