import type { Audience } from '@app/contracts'
import { words } from '@app/i18n'
import { de } from '../texts/de.js'
import { tellingOfCancellation, tellingOfChange } from './telling.js'

const audience: Audience = {
  update: 40, first: 1, cancel: 44, unreachable: 3,
  standings: [{ standing: 'waiting', told: 3, unreachable: 1 }, { standing: 'confirmed', told: 41, unreachable: 2 }],
}
const nobody: Audience = { update: 0, first: 0, cancel: 0, unreachable: 0, standings: [] }
const v = words('de').vocabulary

describe('what is said before people are told', () => {
  it('names for a change those with a place, and of the others without an address only theirs', () => {
    const telling = tellingOfChange(audience, true, de)
    expect(telling).toMatchObject({ told: 41, unreachable: 2, unreachableAs: ['confirmed'] })
    expect(telling.sentences).toEqual([de.tell.edit(41), de.tell.editFirst(1)])
    expect(de.tell.editAct(telling.told)).toBe('Speichern und 41 Personen benachrichtigen')
  })

  it('promises no mail without a date or without people', () => {
    expect(tellingOfChange(audience, false, de)).toEqual({ told: 0, sentences: [de.tell.editUndated], unreachable: 0, unreachableAs: [] })
    expect(tellingOfChange(nobody, true, de)).toMatchObject({ told: 0, sentences: [de.tell.edit(0)] })
    expect(de.tell.editAct(0)).toBe('Speichern, niemand wird benachrichtigt')
    expect(tellingOfCancellation(nobody, de, v).sentences[0]).toBe(de.eventConsequence.cancelNobody)
  })

  it('names for the end everybody by standing', () => {
    const telling = tellingOfCancellation(audience, de, v)
    expect(telling).toMatchObject({ told: 44, unreachable: 3, unreachableAs: ['waiting', 'confirmed'] })
    expect(telling.sentences[1]).toBe('Warteliste: 3, Platz bestätigt: 41')
    expect(de.tell.cancelAct(1)).toBe('Veranstaltung absagen und eine Person benachrichtigen')
  })
})
