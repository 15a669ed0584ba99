import { ParticipantQuery } from './participants.js'
import { RegistrationInput } from './registration.js'

const least = { familyName: 'Sukarno', email: 'sukarno@example.org' }

test('one name and an address suffice; what is left out or left empty is null', () => {
  const read = RegistrationInput.parse({ ...least, salutation: '', land: '', group: '', language: '', organisation: ' ', consents: null })
  expect(read).toEqual({
    givenName: null, familyName: 'Sukarno', email: 'sukarno@example.org', salutation: null, title: null, organisation: null, office: null, officeSalutation: null,
    land: null, group: null, language: 'de', phone: null, consents: [], answers: {}, needs: [], needsDetail: null, specialConsent: false,
  })
  expect(RegistrationInput.parse(least)).toEqual(read)
})

test('names are kept in NFC with single blanks, and counted in code points', () => {
  expect(RegistrationInput.parse({ ...least, givenName: '  Ada \t Lovelace ' }).givenName).toBe('Ada Lovelace')
  expect(RegistrationInput.parse({ ...least, givenName: 'u\u0308' }).givenName).toBe('ü')
  expect(RegistrationInput.parse({ ...least, givenName: '👩'.repeat(200) }).givenName).toHaveLength(400)
  expect(RegistrationInput.safeParse({ ...least, givenName: '👩'.repeat(201) }).success).toBe(false)
})

test.each([
  ['no name at all', { email: 'a@example.org' }, 'field.name_missing'],
  ['no address', { familyName: 'A' }, 'field.required'],
  ['an address that is no text', { ...least, email: ['a@example.org'] }, 'field.text'],
  ['a Land that does not exist', { ...least, land: 'DE-XX' }, 'field.choice'],
  ['a bidi override', { ...least, givenName: 'Eva \u202Egpj.exe' }, 'field.forbidden_character'],
  ['a NUL byte', { ...least, givenName: 'Eva\u0000Admin' }, 'field.forbidden_character'],
])('refuses %s with our own code', (_name, sent, code) => {
  const result = RegistrationInput.safeParse(sent)
  expect(result.success).toBe(false)
  expect(JSON.stringify(result.error!.issues)).toContain(code)
})

test.each([[{ seats: 3 }], [{ place: 'confirmed' }], [{ role: 'admin' }], [{ workshops: ['a'] }]])('refuses the unknown field %j', (more) => {
  expect(RegistrationInput.safeParse({ ...least, ...more }).error!.issues[0]).toMatchObject({ code: 'unrecognized_keys' })
})

test('filters of a list come as one text, several, or not at all', () => {
  expect(ParticipantQuery.parse({ land: 'DE-RP,DE-HE', standing: ['confirmed', 'waiting'], q: '' })).toMatchObject({
    land: ['DE-RP', 'DE-HE'], standing: ['confirmed', 'waiting'], group: [], limit: 50,
  })
  expect(ParticipantQuery.parse({ q: '' }).q).toBeUndefined()
  expect(ParticipantQuery.safeParse({ standing: 'everything' }).success).toBe(false)
})
