import type { PublicContribution, PublicEvent, PublicEventSummary, PublicSeries } from '@app/contracts'
import { formatDay, formatKnownDate, formatNumber, wordFor, words } from '@app/i18n'
import type { Leaf } from './leaves.js'

/** What the public reads of one real event: its page, the page of its series and of the programme above; as data and as the text on them. */
export interface Pages {
  event: PublicEvent
  series: PublicSeries | null
  parent: PublicSeries | null
  text: { event: string; series: string; parent: string }
}

/** On which page people read it; `api` for keys that only machines read. */
type Place = 'event' | 'series' | 'parent' | 'api'

/** Where a fact must be found again: on which page, under which words, and with which values in the API. */
export interface Row {
  path: string
  on: Place
  /** The words beside it, one of them; none where a fact speaks for itself, like a title. */
  labels: readonly string[]
  find(pages: Pages, leaf: Leaf): unknown[]
  /** The value of the file in the product's own terms, where these differ. */
  as?(value: Leaf['value']): unknown
  /** What stands on the page for it, when that is not the value itself. */
  reads?(value: Leaf['value'], pages: Pages, leaf: Leaf): string
}

const v = words('de').vocabulary
const w = words('de')
const row = (path: string, on: Place, label: string | readonly string[] | null, find: Row['find'], more: Pick<Row, 'as' | 'reads'> = {}): Row => ({ path, on, labels: label === null ? [] : [label].flat(), find, ...more })

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
  row('format', 'event', null, ({ event }) => one(event.format), { reads: (value) => wordFor(v.formats, String(value)) }),
  row('series', 'api', null, ({ event, series }) => (event.series === null && series === null ? [null] : [])),
  row('series.title', 'series', null, ({ event, series }) => (event.series?.title === series?.title ? one(series?.title) : [])),
  row('series.kind', 'series', null, ({ series }) => one(series?.kind), { reads: (value) => wordFor(v.seriesKinds, String(value)) }),
  row('series.intendedContinuation', 'series', w.series.outlook, ({ series }) => one(series?.outlook)),
  row('series.memberQuota', 'series', w.series.members, ({ series }) => one(series?.memberQuota), { reads: (value) => w.series.memberSentence(0, Number(value)) }),
  row('series.parentProgramme', 'series', w.series.partOf, ({ series, parent }) => (series?.parent?.title === parent?.title ? one(parent?.title) : [])),
  row('series.runsFrom', 'series', w.series.period, ({ series }) => one(series?.runsFrom), { as: String }),
  row('series.runsTo', 'series', w.series.period, ({ series }) => one(series?.runsUntil), { as: String }),
  row('series.editions[].no', 'series', w.series.editions, (pages, leaf) => one(edition(pages, leaf)?.editionNo), { reads: (value) => w.series.edition(Number(value)) }),
  row('series.editions[].isKickoff', 'series', w.series.editions, (pages, leaf) => one(edition(pages, leaf)?.isKickoff), { reads: () => w.series.kickoff }),
  row('series.editions[].isClosing', 'series', w.series.editions, (pages, leaf) => one(edition(pages, leaf)?.isClosing), { reads: () => w.series.closing }),
  row('series.editions[].format', 'series', w.series.editions, (pages, leaf) => one(edition(pages, leaf)?.format), { reads: (value) => wordFor(v.formats, String(value)) }),
  row('series.editions[].date', 'series', w.series.editions, (pages, leaf) => edition(pages, leaf)?.days.map(({ date }) => date) ?? [], { reads: (value) => formatDay('de', String(value)) }),
  row('series.editions[].venue.city', 'series', w.series.editions, (pages, leaf) => one(edition(pages, leaf)?.venue?.city)),
  row('series.editions[].venue.ags', 'api', null, (pages, leaf) => one(edition(pages, leaf)?.venue?.ags)),

  row('event.title', 'event', null, ({ event }) => one(event.title)),
  row('event.edition', 'event', null, ({ event }) => one(event.editionNo), { reads: (value) => w.series.edition(Number(value)) }),
  row('event.date', 'event', w.event.dateAndRegistration, ({ event }) => (event.days.length === 0 ? [null] : event.days.map(({ date }) => date)), { reads: (_, { event }) => formatKnownDate('de', event)?.replace(/ \d{4}$/, '') ?? w.event.dateUnknownPast }),
  row('event.date[]', 'event', w.event.dateAndRegistration, ({ event }) => event.days.map(({ date }) => date), { reads: (value) => `${Number(String(value).slice(8))}.` }),
  row('event.datePrecision', 'api', null, ({ event }) => one(event.datePrecision)),
  row('event.dateHint', 'event', w.event.dateAndRegistration, ({ event }) => one(event.dateHint)),
  row('event.dateInferred', 'event', w.event.dateAndRegistration, ({ event }) => one(event.dateInferred), { reads: (_, { event }) => formatKnownDate('de', event) ?? '–' }),
  row('event.venue.city', 'event', w.event.dateAndRegistration, ({ event }) => one(event.venue?.city)),
  row('event.venue.ags', 'api', null, ({ event }) => one(event.venue?.ags)),
  row('event.venue.land', 'api', null, ({ event }) => one(event.venue?.land)),
  row('event.countApprox', 'event', w.event.dateAndRegistration, ({ event }) => one(event.countPublished), { reads: (value) => (value === null ? '' : formatNumber('de', Number(value))) }),
  row('event.countQualifier', 'event', w.event.dateAndRegistration, ({ event }) => one(event.countQualifier), { reads: (value, { event }) => `${String(value).replace(/^./, (letter) => letter.toUpperCase())} ${event.countPublished}` }),
  row('event.mode', 'api', null, ({ event }) => one(event.mode), { as: (value) => ({ praesenz: 'in_person' })[String(value)] }),
  row('event.state', 'event', w.event.dateAndRegistration, ({ event }) => one(event.state), { reads: () => w.event.reasons.done() }),
  row('event.subtype', 'event', w.event.programme, ({ event }) => event.agenda.map(({ kind }) => kind), { as: (value) => ({ unterzeichnung: 'signing' })[String(value)], reads: () => v.agendaKinds.signing }),
  row('guidingQuestion', 'event', w.event.guidingQuestion, ({ event }) => one(event.guidingQuestion)),
  row('regions[]', 'event', w.event.regionLabel, ({ event }) => event.regions, { reads: (value) => wordFor(v.lands, String(value)) }),
  row('stakeholderGroups[].group', 'event', w.event.groups, ({ event }) => event.groups.map(({ key }) => key), { reads: (_, { event }, { holders, value }) => String(holders[0]?.['label'] ?? event.groups.find(({ key }) => key === value)?.label) }),
  row('stakeholderGroups[].label', 'event', w.event.groups, ({ event }, { holders }) => event.groups.filter(({ key }) => key === holders[0]?.['group']).map(({ label }) => label)),
  row('levels[]', 'event', w.event.groups, ({ event }) => event.groups.map(({ key }) => key), { reads: (value) => wordFor(v.groups, String(value)) }),
  row('topics[]', 'event', w.event.topics, ({ event }) => event.topics),
  row('phasesPerMember[]', 'series', w.series.phasesEach, ({ series }) => series?.phases.filter(({ forEachMember }) => forEachMember).map(({ key }) => key) ?? [], { reads: (value) => wordFor(v.seriesPhases, String(value)) }),
  row('crossOffers[]', 'series', w.series.phasesAll, ({ series }) => series?.phases.filter(({ forEachMember }) => !forEachMember).map(({ key }) => key) ?? [], { reads: (value) => wordFor(v.seriesPhases, String(value)) }),

  row('persons[].name', 'event', [w.event.people, w.event.programme], (pages) => allParts(pages).map(({ name }) => name)),
  row('persons[].roles[]', 'event', [w.event.people, w.event.programme], (pages, leaf) => partsOf(pages, leaf).map(({ role }) => role), { reads: (value) => wordFor(v.contributionRoles, String(value)) }),
  row('persons[].offices[]', 'event', [w.event.people, w.event.programme], (pages, leaf) => partsOf(pages, leaf).flatMap(({ offices }) => offices)),
  row('persons[].ags', 'api', null, (pages, leaf) => partsOf(pages, leaf).map(({ ags }) => ags)),
  row('persons[].talk', 'event', w.event.programme, (pages, leaf) => partsOf(pages, leaf).map(({ talkTitle }) => talkTitle)),

  row('orgs[].name', 'event', w.event.whoInvites, (pages) => rolesAt(pages).flatMap(({ names }) => names.map(({ name }) => name))),
  row('orgs[].role', 'event', w.event.whoInvites, (pages, leaf) => withAll(rolesOf(pages, leaf).map(({ role }) => role)), { as: (value) => ROLE[String(value)] ?? value, reads: (value) => String(ROLE[String(value)] ?? value).split(' + ').map((key) => wordFor(v.organisationRoles, key))[0]! }),
  row('orgs[].since', 'event', w.event.whoInvites, (pages, leaf) => rolesOf(pages, leaf).flatMap(({ names }) => names.filter(({ name }) => name === leaf.holders[0]?.['name']).map(({ since }) => since)), { as: String, reads: (value) => w.series.since(String(value)) }),
  row('fundingClaim', 'event', w.layout.claimsLabel, ({ event }) => event.claims),
  row('fundingLines[]', 'event', w.event.documents, ({ event }) => event.documents.filter(({ kind }) => kind === 'foerderlinie').map(({ title }) => title)),

  row('inputs[].type', 'event', w.event.documents, (pages, leaf) => one(document(pages, leaf)?.kind), { reads: (value) => wordFor(v.documentKinds, String(value)) }),
  row('inputs[].title', 'event', w.event.documents, (pages, leaf) => one(document(pages, leaf)?.title)),
  row('inputs[].by[]', 'event', w.event.documents, (pages, leaf) => document(pages, leaf)?.authors ?? []),
  row('inputs[].firstPresentation', 'event', w.event.firstPresented, (pages, leaf) => one(document(pages, leaf)?.firstPresented), { reads: () => w.event.firstPresented }),
  row('inputs[].figures[].label', 'event', w.event.documents, (pages, leaf) => figures(pages, leaf).map(({ label }) => label)),
  row('inputs[].figures[].value', 'event', w.event.documents, (pages, leaf) => figures(pages, leaf).map(({ value }) => value), { reads: (value) => formatNumber('de', Number(value)) }),
  row('inputs[].figures[].unit', 'event', w.event.documents, (pages, leaf) => figures(pages, leaf).map(({ unit }) => unit)),
  row('media[].type', 'event', w.event.documents, (pages) => photo(pages).map(({ kind }) => kind), { reads: (value) => wordFor(v.documentKinds, String(value)) }),
  row('media[].credit', 'event', w.event.documents, (pages) => photo(pages).map(({ credit }) => credit), { reads: (value) => w.event.credit(String(value)) }),
  row('outputs[].type', 'event', w.event.results, (pages, leaf) => output(pages, leaf).map(({ kind }) => kind), { reads: (value) => wordFor({ ...v.documentKinds, ...v.resultKinds }, String(value)) }),
  row('outputs[].date', 'event', w.event.documents, (pages, leaf) => output(pages, leaf).map((found) => ('publishedOn' in found ? found.publishedOn : undefined)), { reads: (value) => w.event.publishedOn(formatDay('de', String(value))) }),
  row('outputs[].visdp', 'event', w.event.documents, (pages, leaf) => output(pages, leaf).map((found) => ('responsible' in found ? found.responsible : undefined)), { reads: (value) => w.event.responsible(String(value)) }),
  row('outputs[].addressees[]', 'event', w.event.results, (pages, leaf) => output(pages, leaf).flatMap((found) => ('addressees' in found ? found.addressees : [])), { reads: (value) => wordFor(v.addressees, String(value)) }),
  row('outputs[].status', 'event', w.event.results, (pages, leaf) => output(pages, leaf).map((found) => ('state' in found ? found.state : undefined)), { reads: (value) => wordFor(v.resultStates, String(value)) }),
]

/** Leaves that name the sheet within the file and say nothing about the event. */
export const notFacts: readonly string[] = ['key']
