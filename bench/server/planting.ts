import type { INestApplicationContext } from '@nestjs/common'
import { addresses } from '@app/contracts'
import { OrganisationEntity } from '@app/contacts'
import { AgendaItemEntity, EventDayEntity, EventEntity, FormatEntity, FormatVersionEntity, HostEntity, OrganisationRoleEntity, VenueEntity } from '@app/events'
import { ParticipationEntity, expiryOf, personColumns } from '@app/participants'
import { PersonalLinks, Transactions, newId, type Tx } from '@app/platform'
import { Tree } from '@app/staff'
import { FormTokens } from '../../apps/api/src/http/form-tokens.js'

export interface PlantedPerson {
  participationId: string
  /** Of the confirm link. */
  token: string
  /** Where the confirm form is posted, and what it holds. */
  path: string
  form: string
}

export interface PlantedEvent {
  eventId: string
  /** Path of its public page. */
  path: string
}

const BATCH = 500
const DAYS_AHEAD = 60
const DAY = 24 * 3_600_000
const NAMES = ['Ada', 'Bela', 'Çetin', 'Đorđe', 'Élise', 'Fatma', 'Göran', 'Hanna', 'İbrahim', 'Jürgen']

/** A public event with host, venue and programme. `now` is the time of planting. */
export async function plantEvent(app: INestApplicationContext, capacity: number, now: Date): Promise<PlantedEvent> {
  const id = newId()
  const slug = `bench-${id}`
  await app.get(Transactions).run(async (tx) => {
    const [formatId, formatVersionId] = [newId(), newId()]
    await tx.db.insert(FormatEntity, { id: formatId, key: `format-${formatId}`, name: 'Zukunftsdialog' })
    await tx.db.insert(FormatVersionEntity, { id: formatVersionId, formatId, version: 1, settings: {}, createdAt: now })
    await app.get(Tree).place(tx, { id, kind: 'event', parentId: null })
    await tx.db.insert(EventEntity, {
      id, formatVersionId, slug, title: 'Teilhabe vor Ort', state: 'inviting', visibility: 'public', mode: 'in_person', datePrecision: 'day',
      guidingQuestion: 'Wie wird Integration eine feste Aufgabe vor Ort?', capacity, admission: 'open', publishedAt: now, createdAt: now,
    })
    await surround(tx, id, new Date(now.getTime() + DAYS_AHEAD * DAY).toISOString().slice(0, 10))
  })
  return { eventId: id, path: addresses.event('de', slug) }
}

async function surround(tx: Tx, eventId: string, day: string): Promise<void> {
  const at = (hour: string) => new Date(`${day}T${hour}:00:00Z`)
  const organisationId = newId()
  const name = 'Stiftung Beispiel'
  await tx.db.insert(EventDayEntity, { id: newId(), eventId, onDate: day, startsAt: at('08'), endsAt: at('15') })
  await tx.db.insert(OrganisationEntity, { id: organisationId, name, search: 'stiftung beispiel', street: 'Musterallee 1', postcode: '10115', city: 'Berlin' })
  await tx.db.insert(HostEntity, {
    id: newId(), organisationId, legalForm: 'stiftung', slug: `stiftung-${organisationId}`, colours: {}, imprint: `${name}\nMusterallee 1\n10115 Berlin`, senderName: 'Organisationsteam',
  })
  await tx.db.insert(OrganisationRoleEntity, { id: newId(), nodeId: eventId, organisationId, role: 'veranstalter', nameShown: name })
  await tx.db.insert(VenueEntity, { id: newId(), eventId, name: 'Bürgerhaus', street: 'Kaistraße 12', postcode: '23552', city: 'Lübeck', access: [] })
  const agenda = { eventId, kind: 'other' as const }
  await tx.db.insert(AgendaItemEntity, { id: newId(), ...agenda, title: 'Begrüßung', startsAt: at('08'), position: 0 })
  await tx.db.insert(AgendaItemEntity, { id: newId(), ...agenda, title: 'Werkstätten', startsAt: at('10'), position: 1 })
  await tx.db.insert(AgendaItemEntity, { id: newId(), ...agenda, title: 'Ausklang', startsAt: at('14'), position: 2 })
}

/** People who have registered and hold a confirm link that they have not used. */
export async function plantUnconfirmed(app: INestApplicationContext, eventId: string, count: number, now: Date): Promise<PlantedPerson[]> {
  const people: PlantedPerson[] = []
  await inBatches(count, (from, size) =>
    app.get(Transactions).run(async (tx) => {
      const rows = Array.from({ length: size }, (_, n) => participation(eventId, from + n, now))
      await tx.db.insert(ParticipationEntity, rows)
      for (const row of rows) {
        const token = await app.get(PersonalLinks).create(tx, 'confirm', row.id, expiryOf(row))
        const formToken = app.get(FormTokens).issue('confirm', token)
        people.push({ participationId: row.id, token, path: addresses.confirm(token), form: new URLSearchParams({ formToken }).toString() })
      }
    }),
  )
  return people
}

/** A long list: everybody has a place and, where `withLinks` asks for it, a link to a page of their own; nobody is written to. */
export async function plantConfirmed(app: INestApplicationContext, eventId: string, count: number, now: Date, withLinks = false): Promise<void> {
  await inBatches(count, (from, size) =>
    app.get(Transactions).run(async (tx) => {
      const rows = Array.from({ length: size }, (_, n) => ({
        ...participation(eventId, from + n, now), answer: 'accepted' as const, place: 'confirmed' as const, placeAt: now, confirmedAt: now, arrivalNo: from + n + 1,
      }))
      await tx.db.insert(ParticipationEntity, rows)
      if (withLinks) for (const { id } of rows) await app.get(PersonalLinks).create(tx, 'manage', id)
    }),
  )
}

function participation(eventId: string, n: number, now: Date) {
  // Names in an order that has nothing to do with the order of the rows.
  const shuffled = (n * 7_919) % 100_003
  const person = personColumns({
    givenName: NAMES[n % NAMES.length]!, familyName: `Muster${shuffled}`, email: `person${n}.${eventId.slice(-6)}@stadt${n % 50}.example`, salutation: 'frau', title: null,
    organisation: 'Stadt Beispiel', office: null, officeSalutation: null, land: 'DE-RP', group: 'kommune', language: 'de', phone: null,
  })
  return { ...person, id: newId(), eventId, origin: 'open' as const, answer: 'unconfirmed' as const, place: 'none' as const, createdAt: now }
}

async function inBatches(count: number, work: (from: number, size: number) => Promise<void>): Promise<void> {
  for (let from = 0; from < count; from += BATCH) await work(from, Math.min(BATCH, count - from))
}
