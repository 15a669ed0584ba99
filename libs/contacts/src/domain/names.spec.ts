import fc from 'fast-check'
import { checkName, codePointLength, normaliseName } from './names.js'

describe('a name', () => {
  it('is stored composed, trimmed and with single blanks', () => {
    expect(normaliseName('  S\u0327ahin \u00a0 de\tla\u3000Cruz ')).toBe('Şahin de la Cruz')
  })

  it.each(['Şahin', 'Nguyễn Thị Minh Khai', 'Łukasz', 'İbrahim', 'K̄oller', 'Ǧāzī', 'D’Hondt', "O'Neil D’Angelo Haʼapai", 'von der Leyen',
    'Müller-Lüdenscheidt', 'Öney', 'Péus', 'Y', 'Sukarno', 'محمد عبد الرحمن', 'Eva 🎉👩‍👩‍👧', 'Jürgen "Jo" Müller', '{manageLink}',
    'Karl-Theodor Maria Nikolaus Johann Jacob Philipp Franz Joseph Sylvester Buhl-Freiherr von und zu Guttenberg'])('takes %s', (name) => {
    expect(checkName(normaliseName(name))).toBeNull()
  })

  it('refuses what is no name, and says why', () => {
    expect(checkName(normaliseName(' \t \u00a0\u3000 '))).toBe('empty')
    expect(checkName('Eva\u0000Admin')).toBe('control')
    expect(checkName('Eva\ud800')).toBe('control')
    expect(checkName('Eva \u202egpj.exe')).toBe('bidi_override')
    expect(checkName('Eva\u2066')).toBe('bidi_override')
    expect(checkName(normaliseName('\u200b\u200d\ufeff'))).toBe('invisible')
    expect(checkName('\u200b\u200d\u2060')).toBe('invisible')
    expect(checkName('\u3164')).toBe('invisible')
    expect(checkName('\u2800')).toBe('invisible')
  })

  it('has one stored form, and what is taken can be seen and stands on one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const stored = normaliseName(text)
        expect(normaliseName(stored)).toBe(stored)
        if (checkName(stored) === null) expect(stored).toMatch(/^[^\p{Cc}\u202A-\u202E\u2066-\u2069]+$/u)
      }),
      { numRuns: 1_000 },
    )
  })

  it('counts its limit in code points', () => {
    expect(codePointLength('🎉ä')).toBe(2)
    expect(checkName('🎉'.repeat(200))).toBeNull()
    expect(checkName('🎉'.repeat(201))).toBe('too_long')
  })
})
