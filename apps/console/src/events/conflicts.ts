import { factsOf, type EventForm, type FactName } from './form-state.js'

/** Facts that both this form and somebody else have changed since it was opened, each to something else. */
export function conflictsOf(opened: EventForm, form: EventForm, saved: EventForm): FactName[] {
  const [before, mine, now] = [opened, form, saved].map((one) => wordsOf(one)) as [Written, Written, Written]
  return (Object.keys(mine) as FactName[]).filter((name) => mine[name] !== before[name] && now[name] !== before[name] && mine[name] !== now[name])
}

/**
 * The form on the ground of what is saved now: what this form changed stays on top, but for the facts where the other version was chosen.
 * @param theirs facts for which what is saved shall hold
 */
export function settled(opened: EventForm, form: EventForm, saved: EventForm, theirs: ReadonlySet<FactName>): EventForm {
  const before = wordsOf(opened)
  const mine = wordsOf(form)
  const kept = (Object.keys(mine) as FactName[]).filter((name) => mine[name] !== before[name] && !theirs.has(name))
  return { ...saved, ...Object.fromEntries(kept.map((name) => [name, form[name]])) }
}

type Written = Record<FactName, string>

function wordsOf(form: EventForm): Written {
  return Object.fromEntries(Object.entries(factsOf(form)).map(([name, fact]) => [name, JSON.stringify(fact)])) as Written
}
