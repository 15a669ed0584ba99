import type { RegistrationInput } from '@app/contracts'
import { EventDayEntity, EventEntity, EventLookup, FormatEntity, FormatVersionEntity } from '@app/events'
import { ParticipationEntity, Registrations } from '@app/participants'
import { PersonalLinks, newId } from '@app/platform'
import { Tree } from '@app/staff'
import type { Rooms } from './rooms.js'

/** An open, public event on one day in spring 2027, put straight into the tables. Returns its id. */
export async function plantEvent(rooms: Rooms, facts: Partial<EventEntity> = {}): Promise<string> {
  return rooms.transactions.run(async (tx) => {
    const id = newId()
    const formatId = newId()
    const formatVersionId = newId()
    await tx.db.insert(FormatEntity, { id: formatId, key: `format-${formatId}`, name: 'Zukunftsdialog' })
    await tx.db.insert(FormatVersionEntity, { id: formatVersionId, formatId, version: 1, settings: {}, createdAt: rooms.clock.now() })
    await rooms.get(Tree).place(tx, { id, kind: 'event', parentId: null })
    await tx.db.insert(EventEntity, {
      id, formatVersionId, slug: `event-${id}`, title: 'Teilhabe vor Ort', state: 'inviting', visibility: 'public', mode: 'in_person', datePrecision: 'day',
      capacity: 50, admission: 'open', publishedAt: rooms.clock.now(), createdAt: rooms.clock.now(), ...facts,
    })
    await tx.db.insert(EventDayEntity, {
      id: newId(), eventId: id, onDate: '2027-04-14', startsAt: new Date('2027-04-14T08:00:00Z'), endsAt: new Date('2027-04-14T15:00:00Z'),
    })
    return id
  })
}

/** What the n-th invented person sends. */
export function person(n: number, said: Partial<RegistrationInput> = {}): RegistrationInput {
  return {
    givenName: 'Ada', familyName: `Muster${n}`, email: `person${n}@stadt.example`, salutation: null, title: null, organisation: 'Stadt Beispiel', office: null,
    officeSalutation: null, land: 'DE-RP', group: 'kommune', language: 'de', phone: null, consents: [], answers: {}, needs: [], needsDetail: null, specialConsent: false, ...said,
  }
}

/** Registers people and returns their confirm tokens, in the same order. */
export async function registerPeople(rooms: Rooms, eventId: string, people: RegistrationInput[]): Promise<string[]> {
  const event = await rooms.get(EventLookup).eventForRegistration(eventId)
  const results = await Promise.all(people.map((said) => rooms.get(Registrations).register(event!, said)))
  const refused = results.find(({ kind }) => kind !== 'sent')
  if (refused) throw new Error(`not registered: ${JSON.stringify(refused)}`)
  const rows = await rooms.transactions.read.findBy(ParticipationEntity, { eventId })
  const byAddress = new Map(rows.map((row) => [row.email, row.id]))
  return Promise.all(people.map(async (said) => (await rooms.get(PersonalLinks).tokenFor('confirm', byAddress.get(said.email)!))!))
}
