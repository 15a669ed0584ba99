/** Facts of a form that two people have changed since it was opened, each to something else. Keys of rows, which are never sent, say nothing. */
export function clashesOf<F extends object>(opened: F, mine: F, saved: F): (keyof F & string)[] {
  return namesOf(mine).filter((name) => !same(mine[name], opened[name]) && !same(saved[name], opened[name]) && !same(mine[name], saved[name]))
}

/**
 * The form on the ground of what is saved now: what this one changed stays on top, but for the facts where the other version was chosen.
 * @param theirs facts for which what is saved shall hold
 */
export function joined<F extends object>(opened: F, mine: F, saved: F, theirs: ReadonlySet<string>): F {
  const kept = namesOf(mine).filter((name) => !same(mine[name], opened[name]) && !theirs.has(name))
  return { ...saved, ...Object.fromEntries(kept.map((name) => [name, mine[name]])) }
}

const namesOf = <F extends object>(form: F) => Object.keys(form) as (keyof F & string)[]
const same = (a: unknown, b: unknown) => wordsOf(a) === wordsOf(b)
const wordsOf = (value: unknown) => JSON.stringify(value, (name, part: unknown) => (name === 'key' ? undefined : part))
