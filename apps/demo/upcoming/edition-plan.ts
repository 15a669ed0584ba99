import type { AnswersInput, EventSent, QuestionsSent } from '@app/contracts'
import type { Crowd } from '../invented-people.js'

/** An invented edition as the form of the console would send it; series and hosts are added when they exist. */
export interface EditionPlan {
  editionNo: number
  isKickoff?: boolean
  event: Omit<EventSent, 'seriesId' | 'hosts'>
  topics?: string[]
  /** What its form asks beside the person, and what the n-th of those who register answers. */
  asks?: QuestionsSent
  answers?: (n: number) => Partial<AnswersInput>
  /** Without a date it stays planned; the others are published. */
  published: boolean
  /** People who register by themselves and confirm their address. */
  registering?: Crowd
  /** People without an address, put on the list by hand. */
  byHand?: Crowd
}

/** Invented editions take place in the weeks after this instant. */
export type PlanEdition = (now: Date) => EditionPlan
