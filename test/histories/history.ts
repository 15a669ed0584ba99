import { chanceOf } from '../support/chance.js'

/** What somebody does; `who` numbers the people of one history. */
export type Op =
  | { readonly kind: 'register' | 'confirm' | 'withdraw' | 'add'; readonly who: number }
  /** Staff moves one person by a verb. */
  | { readonly kind: 'give' | 'wait' | 'refuse'; readonly who: number }
  | { readonly kind: 'capacity'; readonly to: number | null }

/** What happens to one event: the operations of a wave begin at the same moment, a wave begins when the one before is over. */
export interface History {
  readonly seed: number
  readonly capacity: number | null
  readonly waitingList: boolean
  readonly admission: 'open' | 'approval'
  /** Registered before the first wave: 0 … people - 1. */
  readonly people: number
  readonly waves: readonly (readonly Op[])[]
}

/** A random history, small enough that everything meets everything. */
export function historyOf(seed: number): History {
  const chance = chanceOf(seed)
  const below = (limit: number) => Math.floor(chance() * limit)
  const waitingList = chance() < 0.85
  const people = 4 + below(5)
  const waves: Op[][] = []
  let known = people
  for (let wave = 0; wave < 4; wave++) {
    const ops: Op[] = []
    let born = known
    for (let n = 3 + below(6); n > 0; n--) {
      const who = below(known)
      const draw = chance()
      // The first wave is mostly a rush for the places.
      if (wave === 0 ? draw < 0.8 : draw < 0.3) ops.push({ kind: 'confirm', who })
      else if (draw < 0.5) ops.push({ kind: 'withdraw', who })
      else if (draw < 0.6) ops.push({ kind: 'give', who })
      else if (draw < 0.68) ops.push({ kind: 'wait', who })
      else if (draw < 0.76) ops.push({ kind: 'refuse', who })
      else if (draw < 0.9) ops.push({ kind: 'capacity', to: chance() < 0.05 ? null : below(5) })
      else if (draw < 0.95 || !waitingList) ops.push({ kind: 'add', who: born++ })
      else {
        // A registration that is sent twice at the same moment is one.
        ops.push({ kind: 'register', who: born }, { kind: 'register', who: born })
        born += 1
      }
    }
    known = born
    waves.push(ops)
  }
  // Without a waiting list a full event takes no registrations at all.
  return { seed, capacity: (waitingList ? 0 : 1) + below(4), waitingList, admission: chance() < 0.9 ? 'open' : 'approval', people, waves }
}
