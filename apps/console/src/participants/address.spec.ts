import { ParticipantQuery } from '@app/contracts'
import { EMPTY_ADDRESS, filtersOf, isNarrowed, readAddress, withFilters, writeAddress, type ListAddress } from './address.js'

const full: ListAddress = {
  q: 'Łukasz & Söhne', standing: ['waiting', 'requested'], land: ['DE-SH', 'DE-HH'], group: ['kommune'], after: 'eyJhIjoxfQ==', person: 'p-5',
}

describe('address of the list', () => {
  it('comes back the same after writing and reading', () => {
    expect(readAddress(writeAddress(full))).toEqual(full)
    expect(readAddress(writeAddress(EMPTY_ADDRESS))).toEqual(EMPTY_ADDRESS)
    expect(writeAddress(EMPTY_ADDRESS)).toBe('')
  })

  it('stays readable: lists are joined with commas', () => {
    expect(writeAddress({ ...EMPTY_ADDRESS, land: ['DE-SH', 'DE-HH'] })).toBe('?land=DE-SH,DE-HH')
  })

  it('drops unknown values and doubles of an old link', () => {
    expect(readAddress('?land=DE-SH,DE-XX,DE-SH&standing=vip&group=<b>')).toEqual({ ...EMPTY_ADDRESS, land: ['DE-SH'] })
  })

  it('goes to the first page and closes the panel when a filter changes', () => {
    expect(withFilters(full, { land: [] })).toMatchObject({ land: [], q: full.q, after: null, person: null })
  })

  it('gives the API filters that the contract accepts', () => {
    const sent = filtersOf({ ...full, q: '  ' })
    expect(sent).toEqual({ standing: ['waiting', 'requested'], land: ['DE-SH', 'DE-HH'], group: ['kommune'] })
    expect(ParticipantQuery.parse(sent)).toMatchObject(sent)
  })

  it('knows whether the list is narrowed beyond its view', () => {
    expect(isNarrowed({ ...EMPTY_ADDRESS, standing: ['waiting'] })).toBe(false)
    expect(isNarrowed({ ...EMPTY_ADDRESS, q: 'a' })).toBe(true)
  })
})
