import { createElement } from 'react'
import { type PublicEvent, type PublicSeries, addresses } from '@app/contracts'
import { EventPage, type PageFrame, SeriesPage, renderPage } from '../../apps/api/src/public/views/index.js'
import type { DemoRooms } from './demo-rooms.js'
import type { Pages } from './fact-table.js'

/** The pages of each event as the public gets them, by the key of its sheet. */
export async function readPages({ programme, places, clock }: DemoRooms, sheets: readonly { key: string; event: { title: string } }[]): Promise<Map<string, Pages>> {
  const summaries = await programme.events(places)
  const today = clock.now().toISOString().slice(0, 10)
  const textOf = (series: PublicSeries | null) => (series ? plain(renderPage(createElement(SeriesPage, { frame: frameOf(series), today, series }))) : '')
  const pages = new Map<string, Pages>()
  for (const { key, event: facts } of sheets) {
    const slug = summaries.find(({ title }) => title === facts.title)?.slug ?? ''
    const event = await programme.event(slug, places)
    if (!event) throw new Error(`The public does not see "${facts.title}".`)
    const series = event.series && (await programme.series(event.series.slug, places))
    const parent = series?.parent ? await programme.series(series.parent.slug, places) : null
    const text = plain(renderPage(createElement(EventPage, { frame: frameOf(event), event })))
    pages.set(key, { event, series, parent, text: { event: text, series: textOf(series), parent: textOf(parent) } })
  }
  return pages
}

function frameOf(owner: PublicEvent | PublicSeries): PageFrame {
  return {
    language: 'de', path: addresses.home('de'), alternatePath: null, hosts: owner.hosts, context: null, claims: owner.claims, demo: true,
    stylesheet: '/assets/public.css', publicUrl: 'https://dialog.example',
  }
}

/** What a person reads of a page or hears of its labels: no tags, no scripts, no head; blanks of every kind are one. */
export function plain(html: string): string {
  const body = html.slice(html.indexOf('<body')).replace(/<(script|style)\b.*?<\/\1>/gs, ' ').replace(/ aria-label="([^"]*)"/g, '>$1<i')
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }
  return body.replace(/<[^>]+>/g, ' ').replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => entities[name]!).replace(/\s+/g, ' ')
}
