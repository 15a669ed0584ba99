import fc from 'fast-check'
import { LATIN_SEARCH_FORMS } from './name-search-table.js'
import { compareNames, sortKey, type OrderedName } from './name-order.js'

const letters = Object.values(LATIN_SEARCH_FORMS).flatMap((text) => text.split(' '))
const signs = [...' -\'’.,`´·ʹʺʾʿˈˌ‡0123456789']
const family = (familyName: string): OrderedName => ({ familyName })
const bytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))
/** How utf8mb4_bin compares: the shorter text is filled up with blanks. */
const padded = (a: string, b: string): number => bytes(a.padEnd(400, ' '), b.padEnd(400, ' '))
const sign = (value: number): number => Math.sign(value)
const firstLevel = new Intl.Collator('de-u-co-phonebk', { sensitivity: 'base' })

describe('the order of names', () => {
  it('is that of the phone book', () => {
    const names = ['Zorn', 'Ofner', 'Özdemir', 'Öney', 'Muster', 'Müller', 'Łukasz', 'Lund', 'Şahin', 'Sommer', 'von der Leyen', 'Vogel', 'O’Connor', 'Péus', 'Peter']
    expect([...names].sort((a, b) => compareNames(family(a), family(b)))).toEqual([
      'Łukasz', 'Lund', 'Müller', 'Muster', 'O’Connor', 'Öney', 'Özdemir', 'Ofner', 'Peter', 'Péus', 'Şahin', 'Sommer', 'Vogel', 'von der Leyen', 'Zorn',
    ])
  })

  it('mixes spellings of one family name and goes on with the given names', () => {
    const people = [['Müller', 'Zoe'], ['Mueller', 'Anna'], ['Müller', 'Berta'], ['Muller', 'Xaver']] as const
    expect([...people].sort(([a, b], [c, d]) => compareNames({ familyName: a, givenNames: b }, { familyName: c, givenNames: d })).map((name) => name.join(' ')))
      .toEqual(['Mueller Anna', 'Müller Berta', 'Müller Zoe', 'Muller Xaver'])
  })

  it('agrees between key and collator for every pair of letters of DIN 91379', () => {
    const wrong: string[] = []
    const units = [...letters, ...signs]
    const keys = units.map((unit) => sortKey(`a${unit}n`))
    for (let i = 0; i < units.length; i += 1) {
      for (let j = 0; j < i; j += 1) {
        const expected = sign(firstLevel.compare(`a${units[i]}n`, `a${units[j]}n`))
        if (expected !== 0 && expected !== sign(bytes(keys[i]!, keys[j]!))) wrong.push(`${units[j]} ${units[i]}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('agrees between key and collator for whole names, in both databases', () => {
    const name = fc.array(fc.constantFrom(...letters, ...letters, ...signs), { maxLength: 12 }).map((parts) => parts.join('').normalize('NFC').trim())
    const pair = fc.record({ familyName: name, givenNames: name })
    fc.assert(fc.property(pair, pair, (a, b) => {
      const expected = sign(firstLevel.compare(a.familyName, b.familyName) || firstLevel.compare(a.givenNames, b.givenNames))
      const [keyA, keyB] = [sortKey(a.familyName, a.givenNames), sortKey(b.familyName, b.givenNames)]
      expect(sign(padded(keyA, keyB))).toBe(sign(bytes(keyA, keyB)))
      if (expected !== 0) expect([a, b, sign(bytes(keyA, keyB))]).toEqual([a, b, expected])
    }), { numRuns: 3000 })
  })

  it('puts the shorter name first and never ends in a blank', () => {
    expect(bytes(sortKey('Muster', 'Kim'), sortKey('Mustermann', 'Anna'))).toBe(-1)
    expect(bytes(sortKey('Muster', ''), sortKey('Muster', 'Anna'))).toBe(-1)
    expect(sortKey('', '')).toBe('')
  })

  it('fits its column', () => {
    expect([...sortKey('🎉'.repeat(200), 'ß'.repeat(200))].length).toBeLessThanOrEqual(300)
    expect([...sortKey('Ö'.repeat(200), 'ß'.repeat(200))].length).toBeLessThanOrEqual(300)
  })
})
