import { addresses, type EventMode, type PublicEvent } from '@app/contracts'
import { eventTitle } from './event-words.js'
import type { PageFrame } from './view-models.js'

const MODES: Record<EventMode, string> = { in_person: 'Offline', online: 'Online', hybrid: 'Mixed' }

/** By zone: making one costs more than the rest of a page's words. */
const OFFSETS = new Map<string, Intl.DateTimeFormat>()

/** The event for search engines (schema.org/Event). A data block: no browser runs it, and it needs no exception in the CSP. */
export function StructuredEvent({ frame, event }: { frame: PageFrame; event: PublicEvent }) {
  const first = event.days[0]
  const last = event.days.at(-1)
  if (!first || !last) return null
  const url = frame.publicUrl + addresses.event(frame.language, event.slug)
  const { venue } = event
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: eventTitle(frame.language, event),
    url,
    startDate: first.startsAt ? instantOf(first.date, first.startsAt, event.timeZone) : first.date,
    endDate: last.endsAt ? instantOf(last.date, last.endsAt, event.timeZone) : last.date,
    eventStatus: `https://schema.org/Event${event.state === 'cancelled' ? 'Cancelled' : 'Scheduled'}`,
    eventAttendanceMode: `https://schema.org/${MODES[event.mode]}EventAttendanceMode`,
    description: event.description ?? undefined,
    location: venue
      ? {
          '@type': 'Place',
          name: venue.name ?? venue.city,
          address: { '@type': 'PostalAddress', streetAddress: venue.street ?? undefined, postalCode: venue.postcode ?? undefined, addressLocality: venue.city, addressCountry: 'DE' },
        }
      : { '@type': 'VirtualLocation', url },
    organizer: event.hosts.map((host) => ({ '@type': 'Organization', name: host.name })),
  }
  // "<" inside a script element could end it; JSON reads the escape as the same letter.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll('<', '\\u003c') }} />
}

/** `2027-01-14T11:00+01:00`: wall-clock time with the offset of its zone on that day. */
function instantOf(day: string, time: string, timeZone: string): string {
  const format = OFFSETS.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
  OFFSETS.set(timeZone, format)
  const parts = format.formatToParts(new Date(`${day}T12:00:00Z`))
  const offset = parts.find((part) => part.type === 'timeZoneName')?.value.replace('GMT', '') ?? ''
  return `${day}T${time}${offset === '' ? 'Z' : offset}`
}
