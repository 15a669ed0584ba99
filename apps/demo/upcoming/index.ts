import type { PlanEdition } from './edition-plan.js'
import { fullWorkshopTalk } from './full-workshop-talk.js'
import { simpleDay } from './simple-day.js'
import { twoDays } from './two-days.js'
import { webinar } from './webinar.js'
import { withoutDate } from './without-date.js'

export type { EditionPlan, PlanEdition } from './edition-plan.js'

/** The invented series and its editions, in the order of their numbers. */
export const inventedSeries = {
  title: 'Dialog vor Ort (Demo)',
  kind: 'dialogreihe',
  summary: 'Ein erfundenes Landesbüro bringt Kommunen, Vereine und Bürgerschaft an einen Tisch: einen Tag lang, zwei Tage lang oder online. An diesen Veranstaltungen können Sie die Anmeldung ausprobieren.',
  outlook: 'in weiteren Landesteilen',
} as const

export const inventedPartners = [
  { name: 'Forum der Vielfalt Rebheim e. V. (Demo)', role: 'kooperation' },
  { name: 'Stiftung Miteinander (Demo)', role: 'foerderer' },
] as const

export const inventedClaim = 'Gefördert aus Mitteln des Landesprogramms Zusammenhalt (erfunden)'

export const planEditions: readonly PlanEdition[] = [fullWorkshopTalk, simpleDay, webinar, twoDays, withoutDate]
