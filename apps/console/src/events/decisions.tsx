import type { EventDetail } from '@app/contracts'
import { useLanguage } from '../language.js'
import { ButtonLink } from '../parts/button.js'
import { EMPTY_ADDRESS, writeAddress } from '../participants/address.js'
import { countOf, standingsOf, type ViewKey } from '../participants/views.js'
import { isOver } from './steps.js'

/** What waits for staff: the number, what it is, the way to it. */
export function Decisions({ event }: { event: EventDetail }) {
  const { t } = useLanguage()
  const free = event.capacity === null ? null : event.capacity - event.taken
  const to = (view: ViewKey) => `/veranstaltungen/${event.id}/personen${writeAddress({ ...EMPTY_ADDRESS, standing: [...standingsOf(view)] })}`
  const over = isOver(event)
  const rows = over ? [] : [
    { view: 'open' as const, count: countOf(event.counts, 'open'), title: t.decide.open, note: free === null ? t.decide.noLimit : t.decide.free(Math.max(0, free)), action: t.decide.openAction },
    { view: 'waiting' as const, count: countOf(event.counts, 'waiting'), title: t.decide.waiting, note: free !== null && free > 0 ? t.decide.waitingFree(free) : t.decide.waitingFull, action: t.decide.waitingAction },
    { view: 'unconfirmed' as const, count: countOf(event.counts, 'unconfirmed'), title: t.decide.unconfirmed, note: t.decide.unconfirmedNote, action: t.decide.unconfirmedAction },
  ].filter(({ count }) => count > 0)
  return (
    <section className="sec" aria-labelledby="h-d">
      <header><h2 id="h-d">{t.decide.title}</h2></header>
      {rows.length === 0 ? <p className="m">{over ? t.decide.over : t.decide.nothing}</p> : (
        <ul className="dec">
          {rows.map(({ view, count, title, note, action }) => (
            <li key={view}>
              <span className="f">{count}</span>
              <div><b>{title}</b><small>{note}</small></div>
              <ButtonLink href={to(view)} small>{action}</ButtonLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
