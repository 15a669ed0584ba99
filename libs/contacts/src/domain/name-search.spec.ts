import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { searchForm } from './name-search.js'
import { LATIN_SEARCH_FORMS } from './name-search-table.js'

describe('the search form of a name', () => {
  it.each([
    ['Şahin', 'SAHIN'], ['SAHIN', 'SAHIN'], ['Özdemir', 'OEZDEMIR'], ['OEZDEMIR', 'OEZDEMIR'], ['Nguyễn Thị Minh Khai', 'NGUYEN THI MINH KHAI'],
    ['Łukasz', 'LUKASZ'], ['İbrahim', 'IBRAHIM'], ['ırmak', 'IRMAK'], ['K̄oller', 'KOLLER'], ['Ǧāzī', 'GAZI'], ["D'Hondt", 'DHONDT'],
    ['O’Connor', 'OCONNOR'], ['von der Leyen', 'VON DER LEYEN'], ['Müller-Lüdenscheidt', 'MUELLER LUEDENSCHEIDT'], ['Péus', 'PEUS'],
    ['Åse Sørensen', 'AASE SOERENSEN'], ['Þór Đurić', 'THOR DURIC'], ['GROẞ', 'GROSS'], ['Weiß', 'WEISS'], ['Œuvre Ĳssel', 'OEUVRE IJSSEL'],
    ['K͟halid', 'KHALID'], ['Ụ̈gur', 'UEGUR'], ['Dvořák, Jan (2.)', 'DVORAK JAN 2'], ['Παπαδόπουλος', 'PAPADOPOULOS'], ['Иванов', 'IVANOV'],
  ])('of %s is %s', (name, form) => {
    expect(searchForm(name)).toBe(form)
  })

  it('is the same for composed and decomposed text', () => {
    expect(searchForm('Şahin Ǧāzī Nguyễn'.normalize('NFD'))).toBe('SAHIN GAZI NGUYEN')
  })

  it('is stable when taken twice', () => {
    for (const letters of Object.values(LATIN_SEARCH_FORMS)) expect(searchForm(searchForm(letters))).toBe(searchForm(letters))
  })

  it('keeps scripts the table does not know findable', () => {
    expect(searchForm('محمد')).toBe('محمد')
    expect(searchForm('한글 ガ')).toBe('한글 ガ')
  })

  it('is cut to the width of its column', () => {
    expect(searchForm('ä'.repeat(200), 200)).toBe('AE'.repeat(100))
    expect(searchForm('ab cd', 3)).toBe('AB')
  })

  it('knows 649 letters, each once and composed', () => {
    const letters = Object.values(LATIN_SEARCH_FORMS).flatMap((text) => text.split(' '))
    expect(letters).toHaveLength(649)
    expect(new Set(letters).size).toBe(649)
    expect(letters.filter((letter) => letter !== letter.normalize('NFC'))).toEqual([])
  })

  it('differs from stripping accents for 73 letters, as the standard wants', () => {
    const differing = Object.entries(LATIN_SEARCH_FORMS).flatMap(([form, letters]) => letters.split(' ')
      .filter((letter) => letter.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase() !== form))
    expect(differing).toContain('ä')
    expect(differing.length).toBe(DIFFERING)
  })
})

const DIFFERING = 73
const list = resolve(process.cwd(), '../shared/data/din91379.json')
const whenListed = existsSync(list) ? describe : describe.skip

whenListed('the search form against the published list of DIN 91379 (not run where the list is absent)', () => {
  it('gives capitals for every letter and never a foreign character for any sign', () => {
    const { characters } = JSON.parse(readFileSync(list, 'utf8')) as { characters: { group: string, value: string }[] }
    for (const { group, value } of characters) {
      const form = searchForm(value)
      if (group === 'bll') expect([value, form]).toEqual([value, expect.stringMatching(/^[A-Z]{1,2}$/)])
      if (group === 'gl' || group === 'cl') expect([value, form]).toEqual([value, expect.stringMatching(/^[A-Z]{1,3}$/)])
      if (group !== 'gl' && group !== 'cl') expect([value, form]).toEqual([value, expect.stringMatching(/^[A-Z0-9 ]*$/)])
    }
  })
})
