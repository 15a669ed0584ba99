import { addresses, type PublicEvent } from '@app/contracts'
import { formatDayMonth, formatTimeRange, splitDayRange, weekdayOf, words } from '@app/i18n'
import { ButtonLink, seatsSentence, StateGlyph } from '@app/ui'
import { Fragment } from 'react'
import { closingWords, dateSentence, leadsToWaiting, publishedCount, registrationSentence } from './event-words.js'
import { EventDate } from './event-date.js'
import { contentLanguage } from './layout.js'
import type { PageFrame } from './view-models.js'

const DAY = 86_400_000

/** Date, place, places and the one next step; or the reason why there is none. */
export function BookingCard({ frame, event }: { frame: PageFrame; event: PublicEvent }) {
  const { language } = frame
  const say = words(language).event
  const { registration } = event
  const waiting = leadsToWaiting(event)
  const people = publishedCount(language, event)
  const past = event.state === 'done' || event.state === 'accounted'
  return (
    <aside className="card" aria-label={say.dateAndRegistration}>
      <BigDate frame={frame} event={event} />
      <Place frame={frame} event={event} />
      {event.state === 'cancelled' ? (
        <p className="w"><StateGlyph icon="declined" tone="no" word={registrationSentence(language, event)} /></p>
      ) : past ? (
        <>
          {people ? <p className="w"><span className="b">{people.charAt(0).toUpperCase() + people.slice(1)}</span></p> : null}
          <p className="w"><StateGlyph icon="place" tone="ok" word={registrationSentence(language, event)} /></p>
        </>
      ) : registration.open ? (
        <>
          <p className="w">
            <span className="b">{seatsSentence(language, registration.places)}</span>
            {waiting ? <><br />{say.waitingHint}</> : event.admission === 'approval' ? <><br />{say.byApproval}</> : null}
          </p>
          <ButtonLink href={addresses.registration(language, event.slug)}>{waiting ? say.registerWaiting : say.register}</ButtonLink>
          <p className="sub">{closingWords(language, event)}</p>
        </>
      ) : (
        <>
          {registration.reason === 'full' || registration.reason === 'over' ? <p className="w"><span className="b">{seatsSentence(language, registration.places)}</span></p> : null}
          <p className="w">{registrationSentence(language, event)}</p>
        </>
      )}
    </aside>
  )
}

function BigDate({ frame, event }: { frame: PageFrame; event: PublicEvent }) {
  const { language } = frame
  const say = words(language).event
  const [first, last] = [event.days[0], event.days.at(-1)]
  if (event.datePrecision !== 'day' || !first || !last) return <p className="bigdate bigdate--words"><EventDate frame={frame} event={event}>{dateSentence(language, event)}</EventDate></p>
  const big = splitDayRange(language, first.date, last.date)
  // Below the big date the weekday says which day it is, unless days lie between.
  const inARow = event.days.length <= 7 && event.days.every(({ date }, i) => i === 0 || Date.parse(date) - Date.parse(event.days[i - 1]!.date) === DAY)
  const nameOf = (date: string) => (inARow ? weekdayOf(language, date) : `${weekdayOf(language, date)}, ${formatDayMonth(language, date)}`)
  return (
    <>
      <p className={big.days ? 'bigdate' : 'bigdate bigdate--words'}>
        <EventDate frame={frame} event={event}>{big.days ? <>{big.days}<small>{big.month}</small></> : big.month}</EventDate>
      </p>
      <p className="w">
        <EventDate frame={frame} event={event}>{event.days.map(({ date, startsAt, endsAt }, i) => (
          <Fragment key={date}>{i === 0 ? null : <br />}{nameOf(date)}{startsAt || endsAt ? <>, <span className="nw">{formatTimeRange(language, startsAt, endsAt)}</span></> : null}</Fragment>
        ))}</EventDate>
        {event.timeZone === 'Europe/Berlin' ? null : <><br /><span className="body-s m">{say.timesNote(event.timeZone)}</span></>}
      </p>
    </>
  )
}

function Place({ frame, event }: { frame: PageFrame; event: PublicEvent }) {
  const say = words(frame.language).event
  const { venue } = event
  const over = event.state === 'done' || event.state === 'accounted' || event.state === 'cancelled'
  if (!venue && event.mode !== 'online' && over) return null
  if (!venue) {
    return <p className="w"><span className="b">{event.mode === 'online' ? say.online : say.noPlace}</span>{event.mode === 'online' && !over ? <><br />{say.onlineHint}</> : null}</p>
  }
  const city = [venue.postcode, venue.city].filter((part) => part).join(' ')
  return (
    <p className="w">
      <span className="b" lang={contentLanguage(frame)}>{venue.name ?? city}</span>
      {venue.name || venue.street ? <><br />{[venue.street, venue.name ? city : null].filter((part) => part).join(', ')}</> : null}
      {event.mode === 'hybrid' && !over ? <><br />{say.hybridHint}</> : null}
    </p>
  )
}
