import { Injectable } from '@nestjs/common'
import { RESPONSIBLE_ROLES, RUNNING_ROLES } from '@app/contracts'
import { words } from '@app/i18n'
import { AgendaItemEntity, EventEditing, EventFacts, type RoleCreation, SeriesEditing } from '@app/events'
import { StaffRegistrations } from '@app/participants'
import type { Tx } from '@app/platform'
import type { Actor } from '@app/staff'
import {
  PROGRAMME_ROLES, agendaOf, documentsOf, mainEvent, otherEdition, partsOutsideTheAgenda, resultsOf, rolesOf,
} from './fact-mapping.js'
import { type FactSheet, type OrganisationFacts, type PersonFacts, factSheets } from './facts/index.js'
import { inventedPeople } from './invented-people.js'
import { OrganisationBook } from './organisation-book.js'
import { crowdOf } from './real-crowds.js'

/** Bodies that stand for a project without being called its organiser; they show texts like a host. */
const LEADING_ROLES: readonly string[] = [...RESPONSIBLE_ROLES, ...RUNNING_ROLES]

/** Real events as they were published, each with its series, in the past from the start. */
@Injectable()
export class RealEvents {
  constructor(
    private readonly book: OrganisationBook,
    private readonly series: SeriesEditing,
    private readonly events: EventEditing,
    private readonly facts: EventFacts,
    private readonly registrations: StaffRegistrations,
  ) {}

  get sheets(): readonly FactSheet[] {
    return factSheets
  }

  /** Loads one sheet in the caller's transaction. `known` holds the ids of organisations by name and grows. */
  async load(tx: Tx, sheet: FactSheet, known: Map<string, string>, actor: Actor): Promise<void> {
    await this.organisations(tx, sheet, known, actor)
    const seriesId = await this.seriesOf(tx, sheet, known, actor)
    const eventId = await this.events.create(tx, mainEvent(sheet, seriesId), actor)
    const nodeId = seriesId ?? eventId
    await this.facts.setRoles(tx, nodeId, roles(rolesOf(sheet), known), actor)
    if (sheet.fundingClaim) await this.facts.addFunding(tx, nodeId, { claim: sheet.fundingClaim }, actor)
    await this.people(tx, sheet, eventId, actor)
    for (const document of documentsOf(sheet)) await this.facts.addDocument(tx, eventId, document, actor)
    for (const result of resultsOf(sheet)) await this.facts.addResult(tx, eventId, result, actor)
    await this.events.move(tx, eventId, 'record', null, actor)
    if (seriesId !== null) await this.otherEditions(tx, sheet, seriesId, actor)
    const crowd = crowdOf(sheet)
    if (crowd) await this.registrations.recordPast(tx, eventId, inventedPeople(crowd), actor)
  }

  private async organisations(tx: Tx, sheet: FactSheet, known: Map<string, string>, actor: Actor): Promise<void> {
    const names = [...new Set(sheet.orgs.map(({ name }) => name))].filter((name) => !known.has(name))
    await this.book.add(tx, known, names, actor)
    for (const name of names) {
      const leads = rolesOf(sheet).some((organisation) => organisation.name === name && LEADING_ROLES.includes(organisation.role))
      if (leads) await this.book.realHost(tx, known.get(name)!, name, actor)
    }
  }

  private async seriesOf(tx: Tx, sheet: FactSheet, known: Map<string, string>, actor: Actor): Promise<string | null> {
    const { series, phasesPerMember = [], crossOffers = [] } = sheet
    if (series === null) return null
    const id = await this.series.create(
      tx,
      {
        title: series.title,
        kind: series.kind,
        summary: null,
        outlook: series.intendedContinuation ?? null,
        hosts: [],
        public: true,
        runsFrom: year(series.runsFrom),
        runsUntil: year(series.runsTo),
        memberQuota: series.memberQuota ?? null,
        parentSeriesId: series.parentProgramme ? await this.parentProgramme(tx, sheet, series.parentProgramme, known, actor) : null,
      },
      actor,
    )
    const phases = [...phasesPerMember.map((key) => ({ key, forEachMember: true })), ...crossOffers.map((key) => ({ key, forEachMember: false }))]
    const titles = words('de').vocabulary.seriesPhases
    if (phases.length > 0) await this.series.addPhases(tx, id, phases.map((phase) => ({ ...phase, title: titles[phase.key] ?? phase.key })), actor)
    return id
  }

  private async parentProgramme(tx: Tx, sheet: FactSheet, title: string, known: Map<string, string>, actor: Actor): Promise<string> {
    const id = await this.series.create(tx, { title, kind: 'aktionsplan', summary: null, outlook: null, hosts: [], public: true }, actor)
    const above = sheet.orgs.filter(({ role }) => role in PROGRAMME_ROLES).map((organisation) => ({ ...organisation, role: PROGRAMME_ROLES[organisation.role]! }))
    await this.facts.setRoles(tx, id, roles(above, known), actor)
    return id
  }

  private async otherEditions(tx: Tx, sheet: FactSheet, seriesId: string, actor: Actor): Promise<void> {
    for (const edition of sheet.series?.editions ?? []) {
      if (edition.no === sheet.event.edition) continue
      const id = await this.events.create(tx, otherEdition(sheet, edition, seriesId), actor)
      await this.events.move(tx, id, 'record', null, actor)
    }
  }

  private async people(tx: Tx, sheet: FactSheet, eventId: string, actor: Actor): Promise<void> {
    for (const { kind, title, parts } of agendaOf(sheet)) {
      const { id: agendaItemId } = await tx.db.findOneByOrFail(AgendaItemEntity, { eventId, kind, title })
      for (const { person, role } of parts) await this.facts.addContribution(tx, eventId, { ...shown(person), role, agendaItemId }, actor)
    }
    for (const { person, role } of partsOutsideTheAgenda(sheet)) await this.facts.addContribution(tx, eventId, { ...shown(person), role }, actor)
  }
}

/** Name and office as they were shown; several offices in lines of their own. */
function shown({ name, offices, ags, talk }: PersonFacts) {
  return { nameShown: name, officeShown: offices?.join('\n') ?? null, ags: ags ?? null, talkTitle: talk ?? null }
}

function roles(organisations: readonly OrganisationFacts[], known: ReadonlyMap<string, string>): RoleCreation[] {
  return organisations.map(({ name, role, since }) => ({ organisationId: known.get(name)!, role, since: year(since) }))
}

function year(number: number | undefined): string | null {
  return number === undefined ? null : String(number)
}
