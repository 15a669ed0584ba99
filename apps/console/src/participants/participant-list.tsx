import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { operations, LANDS, type EventDetail, type ParticipantPage } from '@app/contracts'
import { sortLands } from '@app/i18n'
import { addressOf } from '../api.js'
import { editionOf } from '../events/event-words.js'
import { useLanguage } from '../language.js'
import { Button, ButtonLink, OuterLink } from '../parts/button.js'
import { Empty, Loading, Trouble } from '../parts/feedback.js'
import { PageHead } from '../parts/page-head.js'
import { useEvent, useParticipants } from '../queries.js'
import { NoRight } from '../shell/no-right.js'
import { EMPTY_ADDRESS, filtersOf, isNarrowed, withFilters, type ListAddress } from './address.js'
import { FilterChip } from './filter-chip.js'
import { groupOptions } from './group-options.js'
import { useListPlace } from './list-place.js'
import { ParticipantPanel } from './participant-panel.js'
import { ParticipantTable } from './participant-table.js'
import { SearchBox } from './search-box.js'
import { countOf, OPEN_TO_STAFF, standingsOf, viewOf, VIEWS } from './views.js'

const PAGE = 50

/** The people of an event: views, search, filters, all of it in the address; the export takes the same filters. */
export function ParticipantList({ id }: { id: string }) {
  const { t } = useLanguage()
  const { data: event, error, refetch } = useEvent(id)
  if (event === undefined) {
    return error === null ? <Loading rows={16} /> : <><PageHead title={t.trouble.title} /><Trouble error={error} onRetry={() => void refetch()} /></>
  }
  return event.may.includes('people.read') ? <People event={event} /> : <NoRight />
}

type Place = ReturnType<typeof useListPlace>

function People({ event }: { event: EventDetail }) {
  const { t } = useLanguage()
  const place = useListPlace(`/veranstaltungen/${event.id}/personen`)
  const { address } = place
  const filters = filtersOf(address)
  const { data: page, error, isPlaceholderData, isFetching, refetch } = useParticipants(event.id, { ...filters, ...(address.after === null ? {} : { after: address.after }), limit: PAGE })
  const index = page?.items.findIndex(({ id }) => id === address.person) ?? -1
  const person = page?.items[index]
  const personId = person?.id
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (personId !== undefined) panel.current?.querySelector<HTMLElement>('h2')?.focus()
  }, [personId])
  // The verb took the person out of this view (or the link is old): back to the list, with the focus on it.
  const gone = address.person !== null && page !== undefined && !isPlaceholderData && !isFetching && person === undefined
  useEffect(() => {
    if (!gone) return
    place.openPerson(null)
    document.querySelector<HTMLElement>('.lone h1')?.focus()
  }, [gone, place])
  const close = () => {
    const row = address.person
    place.openPerson(null)
    requestAnimationFrame(() => document.getElementById(`row-${row}`)?.focus())
  }
  return (
    <div className={person === undefined ? 'lone' : 'with-side'}>
      <div className="main">
        <PageHead
          title={t.nav.people} tabTitle={`${t.nav.people}: ${event.title}`}
          kicker={<><Link href={`/veranstaltungen/${event.id}`}>{event.title}</Link>, {editionOf(event, t)}</>}
          facts={<><span>{t.list.registered(countOf(event.counts, 'all'))}</span><span>{t.list.confirmed(countOf(event.counts, 'confirmed'), event.capacity)}</span></>}
          actions={OPEN_TO_STAFF.includes(event.state) && event.may.includes('people.write') ? <ButtonLink href={`/veranstaltungen/${event.id}/personen/neu`} rank="primary" icon="plus">{t.person.add}</ButtonLink> : null}
        />
        <Views page={page} event={event} place={place} />
        <Filters event={event} place={place} />
        {error === null ? null : <Trouble error={error} onRetry={() => void refetch()} />}
        {page !== undefined && page.forgotten > 0 ? <p className="m">{t.list.forgotten(page.forgotten)}</p> : null}
        {/* An empty page says nothing of the people who are still on their way. */}
        {page === undefined || (isPlaceholderData && page.total === 0) ? (error === null ? <Loading rows={16} /> : null) : page.total === 0 ? <Nobody event={event} place={place} page={page} /> : (
          <div className={isPlaceholderData ? 'stale' : undefined} aria-busy={isPlaceholderData || undefined}>
            <CountLine page={page} address={address} event={event} />
            <ParticipantTable rows={page.items} current={address.person} timeZone={event.timeZone} hrefOf={(row) => place.hrefOf({ ...address, person: row })} onOpen={place.openPerson} />
            <Pager page={page} place={place} pending={isPlaceholderData} />
          </div>
        )}
      </div>
      {person === undefined || page === undefined ? null : (
        <ParticipantPanel
          ref={panel} event={event} person={person}
          position={place.pagesBefore === null ? null : place.pagesBefore * PAGE + index + 1} total={page.total}
          previous={page.items[index - 1]?.id} next={page.items[index + 1]?.id} onOpen={place.openPerson} onClose={close}
        />
      )}
    </div>
  )
}

function Views({ page, event, place }: { page: ParticipantPage | undefined; event: EventDetail; place: Place }) {
  const { t } = useLanguage()
  const counts = page?.counts ?? event.counts
  const current = viewOf(place.address.standing)
  return (
    <nav className="views" aria-label={t.list.views}>
      {VIEWS.filter(({ key, always }) => always || key === current || countOf(counts, key) > 0).map(({ key }) => (
        <Link key={key} href={place.hrefOf(withFilters(place.address, { standing: standingsOf(key) }))} aria-current={current === key ? 'page' : undefined}>
          {t.view[key]} <span>{countOf(counts, key)}</span>
        </Link>
      ))}
      {current === null ? (
        <Link href={place.hrefOf(place.address)} aria-current="page">{t.list.ownView} <span>{page?.total}</span></Link>
      ) : null}
    </nav>
  )
}

function Filters({ event, place }: { event: EventDetail; place: Place }) {
  const { t, v, language } = useLanguage()
  const { address, show } = place
  return (
    <div className="fb">
      <SearchBox value={address.q} onSearch={(q) => show(withFilters(address, { q }), true)} />
      <FilterChip
        field={t.list.land} options={sortLands(language, LANDS).map((land) => [land, v.lands[land]] as const)} shortOf={(land) => land.slice(3)}
        value={address.land} onChange={(land) => show(withFilters(address, { land }), true)}
      />
      <FilterChip
        field={t.list.group} options={groupOptions(event, v)}
        value={address.group} onChange={(group) => show(withFilters(address, { group }), true)}
      />
      {isNarrowed(address) ? <Button rank="tertiary" small onClick={() => show(withFilters(address, { q: '', land: [], group: [] }))}>{t.list.reset}</Button> : null}
    </div>
  )
}

function CountLine({ page, address, event }: { page: ParticipantPage; address: ListAddress; event: EventDetail }) {
  const { t } = useLanguage()
  const filters = filtersOf(address)
  return (
    <div className="cnt">
      <output><b>{t.list.people(page.total)}</b>, {t.list.byName}</output>
      {event.may.includes('people.export') ? <span className="ex">
        <OuterLink rank="tertiary" small icon="download" href={addressOf(operations.attendanceCsv, { id: event.id }, filters)}>{t.list.csv(page.total)}</OuterLink>
        <OuterLink rank="tertiary" small icon="download" href={addressOf(operations.attendanceXlsx, { id: event.id }, filters)}>{t.list.xlsx(page.total)}</OuterLink>
      </span> : null}
    </div>
  )
}

/** Pending while the page shown is still the one before: its cursor would count a page twice, and its range would be another one's. */
function Pager({ page, place, pending }: { page: ParticipantPage; place: Place; pending: boolean }) {
  const { t } = useLanguage()
  const { pagesBefore } = place
  if (pagesBefore === 0 && page.next === null) return null
  const first = pagesBefore === null || pending ? null : pagesBefore * PAGE + 1
  return (
    <nav className="pgr" aria-label={t.list.pages}>
      {pagesBefore === null ? <Button small icon="left" onClick={() => place.show(place.address)}>{t.list.firstPage}</Button> : null}
      {pagesBefore !== null && pagesBefore > 0 ? <Button small icon="left" pending={pending} onClick={place.previousPage}>{t.list.previousPage}</Button> : null}
      <span className="n">{first === null ? t.list.people(page.total) : t.list.range(first, first + page.items.length - 1, page.total)}</span>
      {page.next === null ? null : <Button small icon="right" pending={pending} onClick={() => place.nextPage(page.next ?? '')}>{t.list.nextPage}</Button>}
    </nav>
  )
}

/** Nobody at all, nobody in this view, or nobody for these filters: three different things. */
function Nobody({ event, place, page }: { event: EventDetail; place: Place; page: ParticipantPage }) {
  const { t, v } = useLanguage()
  const { address, show } = place
  const reset = <Button small onClick={() => show({ ...EMPTY_ADDRESS, standing: address.standing })}>{t.list.reset}</Button>
  if (isNarrowed(address)) {
    const names = [
      ...(address.q.trim() === '' ? [] : [t.list.quoted(address.q.trim())]),
      ...(address.land.length === 0 ? [] : [`${t.list.land}: ${address.land.map((land) => v.lands[land]).join(', ')}`]),
      ...(address.group.length === 0 ? [] : [`${t.list.group}: ${address.group.map((key) => groupOptions(event, v).find(([other]) => other === key)?.[1] ?? key).join(', ')}`]),
    ]
    return <Empty title={t.list.noMatch} action={reset}>{t.list.noMatchText(countOf(event.counts, 'all'), names.join(' · '))}</Empty>
  }
  const view = viewOf(address.standing)
  if (view === 'all' || countOf(page.counts, 'all') === 0) {
    if (!OPEN_TO_STAFF.includes(event.state)) return <Empty title={t.list.nobodyOver}>{t.list.nobodyOverText}</Empty>
    return <Empty title={t.list.nobody} action={event.may.includes('people.write') ? <ButtonLink href={`/veranstaltungen/${event.id}/personen/neu`} small icon="plus">{t.person.add}</ButtonLink> : undefined}>{event.visible ? t.list.nobodyVisible : t.list.nobodyHidden}</Empty>
  }
  return <Empty title={t.list.emptyView} action={<Button small onClick={() => show(EMPTY_ADDRESS)}>{t.list.showAll}</Button>}>{view === null ? t.list.emptyViewText : t.viewEmpty[view]}</Empty>
}
