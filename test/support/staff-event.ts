import { type EventDetail, type EventSent, operations } from '@app/contracts'
import type { Loose, Staff } from './staff.js'

/** A day from today on, in UTC; far enough ahead it is the same in Germany. */
export function dayAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

/** Publishes an event with everything that publishing asks for: host with texts, day, place. */
export async function publishEvent(staff: Staff, facts: Partial<Loose<EventSent>> = {}): Promise<EventDetail> {
  const host = { imprint: 'Landesbüro, Kaiserstraße 1, 55116 Mainz', privacy: 'Verantwortlich ist das Landesbüro.', accessibility: 'Diese Seiten sind barrierefrei.' }
  const { id: organisationId } = await staff.call(operations.createOrganisation, { body: { name: 'Landesbüro', host } })
  const { id } = await staff.call(operations.createEvent, {
    body: {
      format: 'workshop', title: 'Offene Werkstatt', days: [{ date: dayAhead(90), startsAt: '10:00', endsAt: '16:00' }], venue: { city: 'Mainz' },
      hosts: [{ organisationId, role: 'veranstalter' }], ...facts,
    },
  })
  return staff.call(operations.moveEvent, { params: { id }, body: { verb: 'publish' } })
}
