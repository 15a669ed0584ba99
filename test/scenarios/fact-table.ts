import type { PublicContribution, PublicEvent, PublicEventSummary, PublicSeries } from '@app/contracts'
import { words } from '@app/i18n'
import type { Leaf } from './leaves.js'

/** What the public reads of one real event: its page, the page of its series and of the programme above. */
export interface Pages {
  event: PublicEvent
  series: PublicSeries | null
  parent: PublicSeries | null
}

/** Where a fact must be found again: the words under which people read it, and the values that the product shows there. */
export interface Row {
  path: string
  label: string
  find(pages: Pages, leaf: Leaf): unknown[]
  /** The value of the file in the product's own terms, where these differ. */
  as?(value: Leaf['value']): unknown
}

const w = words('de')
const row = (path: string, label: string, find: Row['find'], as?: Row['as']): Row => ({ path, label, find, ...(as ? { as } : {}) })

const one = (value: unknown) => [value]
const edition = ({ series }: Pages, { holders }: Leaf): PublicEventSummary | undefined => {
  const holder = holders.find((object) => 'no' in object)
  return series?.events.find(({ editionNo }) => editionNo === holder?.['no'])
}
const allParts = ({ event }: Pages): PublicContribution[] => [...event.contributions, ...event.agenda.flatMap(({ contributions }) => contributions)]
const partsOf = (pages: Pages, { holders }: Leaf) => allParts(pages).filter(({ name }) => name === holders[0]?.['name'])
const rolesAt = ({ event, parent }: Pages) => [...event.roles, ...(parent?.roles ?? [])]
const rolesOf = (pages: Pages, { holders }: Leaf) => rolesAt(pages).filter(({ names }) => names.some(({ name }) => name === holders[0]?.['name']))
const document = ({ event }: Pages, { holders }: Leaf) => event.documents.find(({ title }) => title === holders.find((object) => 'by' in object || 'title' in object)?.['title'])
const photo = ({ event }: Pages) => event.documents.filter(({ kind }) => kind === 'foto')
const output = ({ event }: Pages, { holders }: Leaf) => {
  const kind = holders.find((object) => 'type' in object)?.['type']
  return [...event.documents, ...event.results].filter((found) => found.kind === kind)
}
const figures = (pages: Pages, leaf: Leaf) => document(pages, leaf)?.figures.filter(({ label }) => label === leaf.holders[0]?.['label']) ?? []

/** A role of the file in the roles of the product: who carries and coordinates a project has two, who coordinates a plan stands at the plan. */
const ROLE: Record<string, string> = { projekttraeger_koordinator: 'koordination + projekttraeger', koordination_aktionsplan: 'koordination' }
const withAll = (roles: string[]) => [...roles, roles.join(' + ')]

/** Every fact of the file → where it stands in the product. The path says which fact; its values are the same on both sides. */
export const factTable: readonly Row[] = [
  row('format', w.event.format, ({ event }) => one(event.format)),
  row('series', w.event.ownSeries, ({ event, series }) => (event.series === null && series === null ? [null] : [])),
  row('series.title', w.event.ownSeries, ({ event, series }) => (event.series?.title === series?.title ? one(series?.title) : [])),
  row('series.kind', w.series.project, ({ series }) => one(series?.kind)),
  row('series.intendedContinuation', w.series.outlook, ({ series }) => one(series?.outlook)),
  row('series.memberQuota', w.series.members, ({ series }) => one(series?.memberQuota)),
  row('series.parentProgramme', w.series.partOf, ({ series, parent }) => (series?.parent?.title === parent?.title ? one(parent?.title) : [])),
  row('series.runsFrom', w.series.period, ({ series }) => one(series?.runsFrom), String),
  row('series.runsTo', w.series.period, ({ series }) => one(series?.runsUntil), String),
  row('series.editions[].no', w.series.editions, (pages, leaf) => one(edition(pages, leaf)?.editionNo)),
  row('series.editions[].isKickoff', w.series.kickoff, (pages, leaf) => one(edition(pages, leaf)?.isKickoff)),
  row('series.editions[].isClosing', w.series.closing, (pages, leaf) => one(edition(pages, leaf)?.isClosing)),
  row('series.editions[].format', w.event.format, (pages, leaf) => one(edition(pages, leaf)?.format)),
  row('series.editions[].date', w.event.dateAndRegistration, (pages, leaf) => edition(pages, leaf)?.days.map(({ date }) => date) ?? []),
  row('series.editions[].venue.city', w.event.facts, (pages, leaf) => one(edition(pages, leaf)?.venue?.city)),
  row('series.editions[].venue.ags', w.event.facts, (pages, leaf) => one(edition(pages, leaf)?.venue?.ags)),

  row('event.title', w.event.facts, ({ event }) => one(event.title)),
  row('event.edition', w.series.editions, ({ event }) => one(event.editionNo)),
  row('event.date', w.event.dateAndRegistration, ({ event }) => (event.days.length === 0 ? [null] : event.days.map(({ date }) => date))),
  row('event.date[]', w.event.dateAndRegistration, ({ event }) => event.days.map(({ date }) => date)),
  row('event.datePrecision', w.event.dateAndRegistration, ({ event }) => one(event.datePrecision)),
  row('event.dateHint', w.event.dateAndRegistration, ({ event }) => one(event.dateHint)),
  row('event.dateInferred', w.event.dateAndRegistration, ({ event }) => one(event.dateInferred)),
  row('event.venue.city', w.event.facts, ({ event }) => one(event.venue?.city)),
  row('event.venue.ags', w.event.facts, ({ event }) => one(event.venue?.ags)),
  row('event.venue.land', w.event.facts, ({ event }) => one(event.venue?.land)),
  row('event.countApprox', w.event.participants, ({ event }) => one(event.countPublished)),
  row('event.countQualifier', w.event.participants, ({ event }) => one(event.countQualifier)),
  row('event.mode', w.event.mode, ({ event }) => one(event.mode), (value) => ({ praesenz: 'in_person' })[String(value)]),
  row('event.state', w.vocabulary.eventStates.done, ({ event }) => one(event.state)),
  row('event.subtype', w.vocabulary.agendaKinds.signing, ({ event }) => event.agenda.map(({ kind }) => kind), (value) => ({ unterzeichnung: 'signing' })[String(value)]),
  row('guidingQuestion', w.event.guidingQuestion, ({ event }) => one(event.guidingQuestion)),
  row('regions[]', w.event.regionLabel, ({ event }) => event.regions),
  row('stakeholderGroups[].group', w.event.groups, ({ event }) => event.groups.map(({ key }) => key)),
  row('stakeholderGroups[].label', w.event.groups, ({ event }, { holders }) => event.groups.filter(({ key }) => key === holders[0]?.['group']).map(({ label }) => label)),
  row('levels[]', w.event.groups, ({ event }) => event.groups.map(({ key }) => key)),
  row('topics[]', w.event.topics, ({ event }) => event.topics),
  row('phasesPerMember[]', w.series.phasesEach, ({ series }) => series?.phases.filter(({ forEachMember }) => forEachMember).map(({ key }) => key) ?? []),
  row('crossOffers[]', w.series.phasesAll, ({ series }) => series?.phases.filter(({ forEachMember }) => !forEachMember).map(({ key }) => key) ?? []),

  row('persons[].name', w.event.people, (pages) => allParts(pages).map(({ name }) => name)),
  row('persons[].roles[]', w.event.people, (pages, leaf) => partsOf(pages, leaf).map(({ role }) => role)),
  row('persons[].offices[]', w.event.people, (pages, leaf) => partsOf(pages, leaf).flatMap(({ offices }) => offices)),
  row('persons[].ags', w.event.people, (pages, leaf) => partsOf(pages, leaf).map(({ ags }) => ags)),
  row('persons[].talk', w.event.programme, (pages, leaf) => partsOf(pages, leaf).map(({ talkTitle }) => talkTitle)),

  row('orgs[].name', w.event.whoInvites, (pages) => rolesAt(pages).flatMap(({ names }) => names.map(({ name }) => name))),
  row('orgs[].role', w.event.whoInvites, (pages, leaf) => withAll(rolesOf(pages, leaf).map(({ role }) => role)), (value) => ROLE[String(value)] ?? value),
  row('orgs[].since', w.event.whoInvites, (pages, leaf) => rolesOf(pages, leaf).flatMap(({ names }) => names.filter(({ name }) => name === leaf.holders[0]?.['name']).map(({ since }) => since)), String),
  row('fundingClaim', w.layout.claimsLabel, ({ event }) => event.claims),
  row('fundingLines[]', w.event.documents, ({ event }) => event.documents.filter(({ kind }) => kind === 'foerderlinie').map(({ title }) => title)),

  row('inputs[].type', w.event.documents, (pages, leaf) => one(document(pages, leaf)?.kind)),
  row('inputs[].title', w.event.documents, (pages, leaf) => one(document(pages, leaf)?.title)),
  row('inputs[].by[]', w.event.documents, (pages, leaf) => document(pages, leaf)?.authors ?? []),
  row('inputs[].firstPresentation', w.event.firstPresented, (pages, leaf) => one(document(pages, leaf)?.firstPresented)),
  row('inputs[].figures[].label', w.event.documents, (pages, leaf) => figures(pages, leaf).map(({ label }) => label)),
  row('inputs[].figures[].value', w.event.documents, (pages, leaf) => figures(pages, leaf).map(({ value }) => value)),
  row('inputs[].figures[].unit', w.event.documents, (pages, leaf) => figures(pages, leaf).map(({ unit }) => unit)),
  row('media[].type', w.event.documents, (pages) => photo(pages).map(({ kind }) => kind)),
  row('media[].credit', w.event.credit('…'), (pages) => photo(pages).map(({ credit }) => credit)),
  row('outputs[].type', w.event.results, (pages, leaf) => output(pages, leaf).map(({ kind }) => kind)),
  row('outputs[].date', w.event.publishedOn('…'), (pages, leaf) => output(pages, leaf).map((found) => ('publishedOn' in found ? found.publishedOn : undefined))),
  row('outputs[].visdp', w.event.responsible('…'), (pages, leaf) => output(pages, leaf).map((found) => ('responsible' in found ? found.responsible : undefined))),
  row('outputs[].addressees[]', w.event.addressedTo('…'), (pages, leaf) => output(pages, leaf).flatMap((found) => ('addressees' in found ? found.addressees : []))),
  row('outputs[].status', w.event.results, (pages, leaf) => output(pages, leaf).map((found) => ('state' in found ? found.state : undefined))),
]

/** Leaves that name the sheet within the file and say nothing about the event. */
export const notFacts: readonly string[] = ['key']
