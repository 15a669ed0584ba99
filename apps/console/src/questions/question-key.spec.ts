import { questionKey } from './question-key.js'

describe('the key of a question', () => {
  it.each([
    ['Anreise', 'anreise'],
    ['Wie reisen Sie an?', 'wie_reisen_sie_an'],
    ['Größe der Straße in Übach-Öd', 'groesse_der_strasse_in_uebach_oed'],
    ['Café für Nguyễn und Łukasz', 'cafe_fuer_nguyen_und_lukasz'],
    ['2. Tag: Abendessen', 'tag_abendessen'],
    ['Ä', 'ae'],
    ['  …  ', 'frage'],
    ['名前', 'frage'],
    ['', 'frage'],
  ])('is made from the wording %j', (wording, key) => expect(questionKey(wording, [])).toBe(key))

  it('has at most 40 characters and ends with a whole word', () => {
    expect(questionKey('Wie reisen Sie an, und brauchen Sie dafür einen Parkplatz?', [])).toBe('wie_reisen_sie_an_und_brauchen_sie')
    expect(questionKey('Donaudampfschifffahrtselektrizitätenhauptbetriebswerk', [])).toBe('donaudampfschifffahrtselektrizitaetenhau')
  })

  it('is told from others by a number that still fits', () => {
    expect(questionKey('Anreise', ['anreise'])).toBe('anreise_2')
    expect(questionKey('Anreise', ['anreise', 'anreise_2'])).toBe('anreise_3')
    const long = 'a'.repeat(40)
    expect(questionKey(long, [long])).toBe(`${'a'.repeat(38)}_2`)
  })

  it('is always one that the contract takes', () => {
    for (const wording of ['ÄÖÜ', '1', '_x_', 'a'.repeat(99), 'ẞ', 'É 2', 'b____c']) expect(questionKey(wording, [])).toMatch(/^[a-z][a-z0-9_]{0,39}$/)
  })
})
