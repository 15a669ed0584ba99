import { slugOf } from './slug.js'

describe('a slug', () => {
  it.each([
    ['Teilhabe vor Ort verankern', 'teilhabe-vor-ort-verankern'],
    ['Zukunftsdialog: Größe & Änderung — 2. Ausgabe', 'zukunftsdialog-groesse-aenderung-2-ausgabe'],
    ['Øresund, Łódź', 'oeresund-lodz'],
    ['  --  ', ''],
    ['محمد 2027', '2027'],
    ['../../etc', 'etc'],
  ])('of "%s" is "%s"', (title, slug) => {
    expect(slugOf(title)).toBe(slug)
  })

  it('is cut at a word and never ends in a dash', () => {
    expect(slugOf('eins zwei drei', 9)).toBe('eins-zwei')
    expect(slugOf('eins zwei drei', 11)).toBe('eins-zwei')
    expect(slugOf('eins zwei drei', 10)).toBe('eins-zwei')
    expect(slugOf('donaudampfschiff', 5)).toBe('donau')
  })
})
