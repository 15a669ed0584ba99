import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as contracts from '@app/contracts'
import { fieldMessage, listWords, sortLands, wordFor, words } from './index.js'

const LISTS = {
  languages: contracts.LANGUAGES, lands: contracts.LANDS, groups: contracts.GROUPS, salutations: contracts.SALUTATIONS,
  eventStates: contracts.EVENT_STATES, eventModes: contracts.EVENT_MODES, admissions: contracts.ADMISSIONS, visibilities: contracts.VISIBILITIES,
  datePrecisions: contracts.DATE_PRECISIONS, answers: contracts.ANSWERS, places: contracts.PLACES, origins: contracts.ORIGINS,
  standings: contracts.STANDINGS, organisationRoles: contracts.ORGANISATION_ROLES, agendaKinds: contracts.AGENDA_KINDS, formats: contracts.FORMATS,
  roles: contracts.ROLES, permissions: contracts.PERMISSIONS, consents: contracts.CONSENT_PURPOSES, placeCauses: contracts.PLACE_CAUSES,
} as const

function leaves(value: unknown, path: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
}

describe('dictionaries', () => {
  it.each(contracts.LANGUAGES)('have a word for every key of the vocabulary (%s)', (language) => {
    for (const [name, keys] of Object.entries(LISTS)) {
      const list: Record<string, string> = words(language).vocabulary[name as keyof typeof LISTS]
      for (const key of keys) expect([name, key, list[key]?.length ?? 0]).not.toEqual([name, key, 0])
    }
  })

  it('hold the same keys in both languages, none of them empty', () => {
    const german = leaves(words('de'), '').map(([path]) => path).sort()
    const english = leaves(words('en'), '').map(([path]) => path).sort()
    expect(english).toEqual(german)
    for (const language of contracts.LANGUAGES) {
      expect(leaves(words(language), '').filter(([, word]) => word === '')).toEqual([])
    }
  })

  it('speak without exclamation marks', () => {
    for (const language of contracts.LANGUAGES) {
      expect(leaves(words(language), '').filter(([, word]) => typeof word === 'string' && word.includes('!'))).toEqual([])
    }
  })

  it('have a sentence for every field error of the contract', () => {
    const schemas = [contracts.RegistrationInput, contracts.EventInput, contracts.PasswordInput, contracts.VenueInput]
    const wrong = [
      { email: '' }, { title: 'a'.repeat(400), days: [{ date: '2026-02-31' }, { date: '1500-01-01' }], timeZone: 'Mars', capacity: -1, onlineUrl: 'x' },
      { password: 'x' }, { city: '', postcode: '1' },
    ]
    const codes = schemas.flatMap((schema, i) => schema.safeParse(wrong[i]).error?.issues.map((issue) => issue.message) ?? [])
    const own = codes.filter((code) => code.startsWith('field.'))
    expect(own.length).toBeGreaterThan(8)
    for (const code of own) expect([code, Object.hasOwn(words('de').fields.sentences, code.slice(6))]).toEqual([code, true])
  })

  it('have a sentence for every code that stands in the sources', () => {
    const root = join(__dirname, '../../..')
    const files = ['libs', 'apps'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(root, folder, file)))
    const sources = files.filter((file) => /\.tsx?$/.test(file) && !/\.spec\./.test(file) && !file.includes('node_modules'))
    const codes = new Set(sources.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/'field\.([a-z_]+)'/g)].map((match) => match[1] ?? '')))
    expect(codes.size).toBeGreaterThan(20)
    expect([...codes].filter((code) => !Object.hasOwn(words('de').fields.sentences, code))).toEqual([])
  })

  it('answer an unknown code with a general sentence and shorten what was typed', () => {
    expect(fieldMessage('de', 'field.nonsense')).toBe('Diese Angabe stimmt nicht.')
    expect(fieldMessage('de', 'field.email_no_domain_ending', { value: 'a.oeztuerk@wismar' })).toBe(
      'Die E-Mail-Adresse „a.oeztuerk@wismar“ ist unvollständig. Es fehlt die Endung, zum Beispiel „.de“.',
    )
    expect([...fieldMessage('de', 'field.email_invalid', { value: 'x'.repeat(900) })].length).toBeLessThan(160)
  })

  it('join and sort names as the language does', () => {
    expect(listWords('de', ['A', 'B', 'C'])).toBe('A, B und C')
    expect(listWords('en', ['A', 'B'], 'or')).toBe('A or B')
    expect(sortLands('de', ['DE-TH', 'DE-BE', 'DE-SN'])).toEqual(['DE-BE', 'DE-SN', 'DE-TH'])
    expect(wordFor({ a: 'Wort' }, 'toString')).toBe('toString')
  })
})
