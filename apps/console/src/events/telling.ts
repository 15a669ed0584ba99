import { type Audience, type Standing, toldByChange } from '@app/contracts'
import type { Words } from '@app/i18n'
import type { Texts } from '../language.js'

/** What a dialog says before people are told, and the number that its button carries and the API checks. */
export interface Telling {
  told: number
  sentences: string[]
  unreachable: number
  /** Standings under which the people without an address are found. */
  unreachableAs: Standing[]
}

/** A change of what stands in calendars: whoever has a place hears of it. */
export function tellingOfChange(audience: Audience, hasDate: boolean, t: Texts): Telling {
  const told = toldByChange(audience, hasDate)
  const unreachable = hasDate ? unreachableIn(audience, (standing) => standing === 'confirmed') : { count: 0, as: [] }
  const sentences = hasDate ? [t.tell.edit(told)] : [t.tell.editUndated]
  if (hasDate && audience.first > 0 && audience.update > 0) sentences.push(t.tell.editFirst(audience.first))
  return { told, sentences, unreachable: unreachable.count, unreachableAs: unreachable.as }
}

/** The end of an event: whoever has it in the calendar hears of it, and whoever still hoped. */
export function tellingOfCancellation(audience: Audience, t: Texts, v: Words['vocabulary']): Telling {
  const { count, as } = unreachableIn(audience, () => true)
  const groups = audience.standings.filter(({ told }) => told > 0)
  const c = t.eventConsequence
  return {
    told: audience.cancel,
    sentences: [
      audience.cancel === 0 ? c.cancelNobody : c.cancelMails(audience.cancel),
      ...(groups.length > 1 ? [t.tell.who(groups.map(({ standing, told }) => t.tell.group(v.standings[standing], told)))] : []),
      c.cancelPage,
      c.cancelFinal,
    ],
    unreachable: count,
    unreachableAs: as,
  }
}

function unreachableIn({ standings }: Audience, concerns: (standing: Standing) => boolean): { count: number; as: Standing[] } {
  const found = standings.filter(({ standing, unreachable }) => unreachable > 0 && concerns(standing))
  return { count: found.reduce((sum, { unreachable }) => sum + unreachable, 0), as: found.map(({ standing }) => standing) }
}
