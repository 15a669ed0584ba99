import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { EventDetail } from '@app/contracts'
import { useLanguage } from '../language.js'
import { EMPTY_ADDRESS, writeAddress } from '../participants/address.js'
import { countOf, standingsOf, type ViewKey } from '../participants/views.js'
import { isOver } from './steps.js'

interface Part {
  views: readonly ViewKey[]
  look: 'seat' | 'open' | 'wait' | 'none' | 'no'
}

const PARTS: readonly Part[] = [
  { views: ['confirmed'], look: 'seat' },
  { views: ['open'], look: 'open' },
  { views: ['waiting'], look: 'wait' },
  { views: ['unconfirmed', 'unanswered'], look: 'none' },
  { views: ['gone'], look: 'no' },
]
const GAP = 0.2

/** One bar over all people of the event, below it the figures as links into the list. Zero stays visible. */
export function Stand({ event }: { event: EventDetail }) {
  const { t } = useLanguage()
  const all = countOf(event.counts, 'all')
  const parts = PARTS.map((part) => ({ ...part, count: part.views.reduce((sum, view) => sum + countOf(event.counts, view), 0) }))
  const over = isOver(event)
  const words = { seat: t.stand.confirmed, open: t.stand.open, wait: t.stand.waiting, none: t.stand.unconfirmed, no: t.stand.gone }
  const notes = {
    seat: event.capacity === null ? t.stand.noLimit : t.stand.ofPlaces(event.capacity),
    open: over ? t.stand.openOver : t.stand.openNote, wait: over ? t.stand.waitingOver : event.waitingList ? t.stand.waitingNote : t.stand.noWaitingList, none: t.stand.unconfirmedNote, no: t.stand.goneNote,
  }
  const free = event.capacity === null ? null : Math.max(0, event.capacity - event.taken)
  let left = 0
  return (
    <section className="stand" aria-labelledby="h-st">
      <h2 className="vh" id="h-st">{t.stand.title}</h2>
      <p className="vh">{t.stand.all(all)}</p>
      <svg aria-hidden="true">
        <defs>
          <pattern id="hatch-stand" className="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" /><line x1="1.5" y1="0" x2="1.5" y2="6" />
          </pattern>
        </defs>
        {all === 0 ? <rect className="f-track" width="100%" height="12" /> : parts.map(({ count, look }) => {
          const share = (count / all) * 100
          const x = left
          left += share
          return count === 0 ? null : (
            <rect
              key={look} x={`${x}%`} width={`${Math.max(share - GAP, GAP)}%`} height="12"
              {...(look === 'wait' ? { fill: 'url(#hatch-stand)' } : { className: `f-${look}` })}
            />
          )
        })}
      </svg>
      <ul className="figs">
        {parts.map(({ views, look, count }) => (
          <li key={look}>
            <Figure event={event} views={views}>
              <span className="f">{count}</span> <span className="l"><span className={`sw sw--${look}`} aria-hidden="true" />{words[look]}</span>
            </Figure>
            <p className="x">{notes[look]}</p>
          </li>
        ))}
        <li>
          <span className="f">{free ?? all}</span> <span className="l">{free === null ? t.stand.people : t.stand.free}</span>
          <p className="x">{free === null || event.capacity === null ? t.stand.noLimit : t.stand.ofPlaces(event.capacity)}</p>
        </li>
      </ul>
    </section>
  )
}

/** A figure leads to its list where the list may be read. */
function Figure({ event, views, children }: { event: EventDetail; views: readonly ViewKey[]; children: ReactNode }) {
  if (!event.may.includes('people.read')) return <>{children}</>
  return <Link href={`/veranstaltungen/${event.id}/personen${writeAddress({ ...EMPTY_ADDRESS, standing: linked(views, event) })}`}>{children}</Link>
}

/** A part of two views links to the first alone when nobody is in the second, so that the list shows it as a view of its own. */
function linked(views: readonly ViewKey[], event: EventDetail) {
  const filled = views.filter((view, index) => index === 0 || countOf(event.counts, view) > 0)
  return filled.flatMap((view) => standingsOf(view))
}
