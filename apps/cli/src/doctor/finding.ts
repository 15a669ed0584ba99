/** What one check found. Sentences hold numbers and ids, never secrets, names or addresses of people. */
export interface Finding {
  /** `note`: works, but should be known. `fault`: does not work or has broken what must hold. */
  state: 'ok' | 'note' | 'fault'
  what: string
  /** What to do; every note and fault has one. */
  remedy?: string
}

export const ok = (what: string): Finding => ({ state: 'ok', what })
export const note = (what: string, remedy: string): Finding => ({ state: 'note', what, remedy })
export const fault = (what: string, remedy: string): Finding => ({ state: 'fault', what, remedy })

/** One line per finding, the states under each other. */
export function lineOf({ state, what, remedy }: Finding): string {
  return `${state.padEnd(6)} ${what}${remedy === undefined ? '' : ` → ${remedy}`}`
}
