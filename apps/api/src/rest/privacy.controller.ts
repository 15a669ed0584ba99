import { Controller, Inject, Req, Res } from '@nestjs/common'
import type { Response } from 'express'
import { type ErasurePlan, type PeopleFound, type Received, type RetentionReport, operations } from '@app/contracts'
import { CONFIG, type Config, Problem, RetentionRunEntity, Schedule, Transactions } from '@app/platform'
import { Audit, type Scope, accountActor } from '@app/staff'
import { ErasurePlans } from '../../../privacy/erasure-plans.js'
import { PersonErasure } from '../../../privacy/person-erasure.js'
import { PersonExports } from '../../../privacy/person-export.js'
import { personReport } from '../../../privacy/person-report.js'
import { People, type Person } from '../../../privacy/person.js'
import type { StaffRequest } from '../http/access.guard.js'
import { Handles, Input } from '../http/operation.js'

/** So many lines hold the runs of more than a week. */
const LINES = 200

/** What people ask of their data: to know, to take along, to be forgotten; and what goes by itself. */
@Controller()
export class PrivacyController {
  constructor(
    private readonly people: People,
    private readonly exports: PersonExports,
    private readonly plans: ErasurePlans,
    private readonly erasure: PersonErasure,
    private readonly schedule: Schedule,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Handles(operations.findPeople)
  async find(@Req() request: StaffRequest, @Input() { query }: Received<typeof operations.findPeople>): Promise<PeopleFound> {
    return { items: await this.people.search(query.q, scopeOf(request)) }
  }

  @Handles(operations.personJson)
  async json(@Req() request: StaffRequest, @Res() response: Response, @Input() { params }: Received<typeof operations.personJson>): Promise<void> {
    const data = await this.exported(request, params.personId, 'json')
    this.send(response, `${JSON.stringify(data, null, 2)}\n`, operations.personJson.answer, 'json')
  }

  @Handles(operations.personHtml)
  async html(@Req() request: StaffRequest, @Res() response: Response, @Input() { params }: Received<typeof operations.personHtml>): Promise<void> {
    const data = await this.exported(request, params.personId, 'html')
    this.send(response, personReport(data, request.signedIn.account.language), operations.personHtml.answer, 'html')
  }

  @Handles(operations.readErasure)
  async plan(@Req() request: StaffRequest, @Input() { params }: Received<typeof operations.readErasure>): Promise<ErasurePlan> {
    const person = await this.person(request, params.personId)
    return { name: person.name, ...(await this.plans.of(person)) }
  }

  @Handles(operations.erasePerson)
  async erase(@Req() request: StaffRequest, @Input() { params, body }: Received<typeof operations.erasePerson>): Promise<ErasurePlan> {
    const person = await this.person(request, params.personId)
    // What was agreed to is what is done: a registration that came meanwhile is looked at first.
    if ((await this.plans.of(person)).lines.length !== body.participations) throw new Problem('conflict')
    return { name: person.name, ...(await this.erasure.erase(person, body.reason, accountActor(request.signedIn.account.id))) }
  }

  @Handles(operations.readRetention)
  async retention(): Promise<RetentionReport> {
    const run = (await this.schedule.all()).find(({ name }) => name === 'retention')
    const lines = await this.transactions.read.find(RetentionRunEntity, { order: { ranAt: 'DESC', id: 'DESC' }, take: LINES })
    return {
      lastRunAt: run?.lastOkAt?.toISOString() ?? null,
      nextRunAt: run?.nextRunAt.toISOString() ?? null,
      failed: (run?.lastError ?? null) !== null,
      periods: this.config.retention,
      lines: lines.map(({ ranAt, retention, tableName, deleted, anonymised, blocked, oldestLeft }) => ({
        ranAt: ranAt.toISOString(), retention, table: tableName, deleted, anonymised, blocked, oldestLeft: oldestLeft?.toISOString() ?? null,
      })),
    }
  }

  private async person(request: StaffRequest, id: string): Promise<Person> {
    const person = await this.people.of(id, scopeOf(request))
    if (!person) throw new Problem('not_found')
    return person
  }

  /** Written down before it leaves the house, as every export is. */
  private async exported(request: StaffRequest, id: string, format: 'json' | 'html') {
    const person = await this.person(request, id)
    await this.transactions.run((tx) =>
      this.audit.record(tx, {
        actor: accountActor(request.signedIn.account.id), action: 'person.export', subject: { kind: 'participation', id }, nodeId: person.participations.find((row) => row.id === id)?.eventId ?? null, change: { format },
      }),
    )
    return this.exports.of(person)
  }

  private send(response: Response, text: string, type: string, ending: string): void {
    response.setHeader('content-type', type)
    // Never opened in the place where staff is signed in.
    response.setHeader('content-disposition', `attachment; filename="auskunft.${ending}"`)
    response.send(text)
  }
}

function scopeOf({ signedIn }: StaffRequest): Scope {
  return signedIn.rights.scope('privacy.manage')
}
