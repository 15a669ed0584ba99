import { Link } from 'wouter'
import type { EventDetail } from '@app/contracts'
import { formatDay, formatTimeRange, formatWeekday, sortLands, wordFor } from '@app/i18n'
import { useLanguage } from '../language.js'
import { ButtonLink } from '../parts/button.js'
import { RegionMap } from '../parts/land-picker.js'
import { closesText } from './event-words.js'

/** The agenda as a list by day. */
export function EventAgenda({ event }: { event: EventDetail }) {
  const { t, v, language } = useLanguage()
  const edit = `/veranstaltungen/${event.id}/bearbeiten`
  const days = [...new Set(event.agenda.map(({ date }) => date))]
  return (
    <section className="sec" aria-labelledby="h-a">
      <header><h2 id="h-a">{t.event.agenda}</h2>{event.agenda.length === 0 || !event.may.includes('programme.write') ? null : <Link href={edit}>{t.event.editAgenda}</Link>}</header>
      {event.agenda.length === 0 ? (
        <><p className="m">{t.event.agendaEmpty}</p>{event.may.includes('programme.write') ? <p className="gap"><ButtonLink href={edit} small icon="plus">{t.steps.addAgenda}</ButtonLink></p> : null}</>
      ) : days.map((day) => (
        <div key={day ?? 'any'} className="agd">
          {days.length > 1 || event.days.length > 1 ? <h3>{day === null ? t.event.anyDay : formatWeekday(language, day)}</h3> : null}
          <ol className="agl">
            {event.agenda.filter(({ date }) => date === day).map((item) => (
              <li key={item.id}>
                <span className="n">{[item.startsAt, item.endsAt].filter((time) => time !== null).join('–')}</span>
                <div>
                  <b>{item.title}</b>
                  <small>{[v.agendaKinds[item.kind], ...item.speakers.map(({ name, office }) => (office === null ? name : `${name}, ${office}`))].join(' · ')}</small>
                </div>
                <span className="m">{item.room}</span>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}

/** The facts that invitations and pages repeat. */
export function EventFacts({ event }: { event: EventDetail }) {
  const { t, v, language } = useLanguage()
  const venue = event.venue
  const street = venue === null ? '' : [venue.street, [venue.postcode, venue.city].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  return (
    <section className="sec" aria-labelledby="h-f">
      <header><h2 id="h-f">{t.event.facts}</h2>{event.may.includes('programme.write') ? <Link href={`/veranstaltungen/${event.id}/bearbeiten`}>{t.event.editFacts}</Link> : null}</header>
      <dl className="kv kv--w">
        <dt>{t.event.when}</dt>
        <dd>
          {event.days.length === 0 ? t.event.noDate : event.days.map((day) => (
            <p key={day.date}>{[formatDay(language, day.date), formatTimeRange(language, day.startsAt, day.endsAt)].filter(Boolean).join(', ')}</p>
          ))}
          {event.timeZone === 'Europe/Berlin' ? null : <p className="m">{t.form.timeZone}: {event.timeZone}</p>}
        </dd>
        {event.mode === 'online' ? null : <><dt>{t.event.place}</dt><dd>{venue === null ? t.event.noPlace : <>{venue.name === null ? null : <p>{venue.name}</p>}<p>{street}</p></>}</dd></>}
        {event.mode === 'in_person' ? null : <><dt>{t.event.online}</dt><dd>{event.onlineUrl === null ? t.event.noLink : <a href={event.onlineUrl} rel="noopener noreferrer">{event.onlineUrl}</a>}</dd></>}
        <dt>{t.event.closes}</dt><dd>{closesText(event, language, t)}</dd>
        <dt>{t.event.places}</dt>
        <dd>{[event.capacity === null ? t.stand.noLimit : t.event.capacity(event.capacity), event.waitingList ? t.event.withWaiting : t.event.withoutWaiting, t.event.admission(v.admissions[event.admission])].join(', ')}</dd>
        <dt>{t.event.hosts}</dt>
        <dd>{event.hosts.length === 0 ? t.event.noHost : event.hosts.map(({ organisationId, role, name }) => (
          <p key={organisationId + role}><span className="m">{wordFor(v.organisationRoles, role)}</span> <Link href={`/organisationen/${organisationId}`}>{name}</Link></p>
        ))}</dd>
        {event.guidingQuestion === null ? null : <><dt>{t.event.question}</dt><dd>{event.guidingQuestion}</dd></>}
        {event.easyLanguage === null ? null : <><dt>{t.eventForm.easyLanguage}</dt><dd>{t.event.easyLanguage}</dd></>}
        {event.signVideoUrl === null ? null : <><dt>{t.eventForm.signVideoUrl}</dt><dd><a href={event.signVideoUrl} rel="noopener noreferrer">{event.signVideoUrl}</a></dd></>}
        <dt>{t.event.regions}</dt>
        <dd>{event.regions.length === 0 ? t.form.noLand : <><RegionMap value={event.regions} /><p className="m">{sortLands(language, event.regions).map((land) => v.lands[land]).join(', ')}</p></>}</dd>
      </dl>
    </section>
  )
}
