/** How much is measured. */
export interface Sizes {
  name: 'quick' | 'usual' | 'full'
  /** Pairs of ceiling and ours. */
  pairs: number
  /** Confirmations of one half of a pair. */
  confirmations: number
  /** Requests of one half of a pair where a request is cheap. */
  requests: number
  crowd: { people: number; seats: number }
  /** Mails of one half of a pair. */
  mails: number
  /** Recipients of one change of an event: some, and so many that what is kept for each of them would show. */
  recipients: { few: number; many: number }
  /** Participants of the long list. */
  list: number
}

const USUAL: Sizes = { name: 'usual', pairs: 7, confirmations: 400, requests: 2_000, crowd: { people: 1_000, seats: 50 }, mails: 200, recipients: { few: 3_000, many: 20_000 }, list: 20_000 }

/** @param args `--quick` or `--full`, or neither */
export function sizesOf(args: readonly string[]): Sizes {
  if (args.includes('--full')) return { ...USUAL, name: 'full', crowd: { people: 10_000, seats: 200 }, mails: 1_000, recipients: { few: 3_000, many: 100_000 }, list: 100_000 }
  if (args.includes('--quick')) return { ...USUAL, name: 'quick', pairs: 3, confirmations: 100, requests: 500, mails: 50, recipients: { few: 1_000, many: 3_000 } }
  return USUAL
}
