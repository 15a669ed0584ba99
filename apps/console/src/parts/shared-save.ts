import { useState } from 'react'
import { ProblemError } from '../problem.js'
import { clashesOf, joined } from './clashes.js'

/** A form as it is saved, and the revision that it has there. */
export interface Saved<F> {
  readonly form: F
  readonly revision: number
}

/** What two people have changed, each to something else. */
export interface Clash<F> {
  readonly names: readonly (keyof F & string)[]
  readonly mine: F
  readonly saved: F
  /** Saves with the versions that were chosen. */
  readonly settle: (theirs: ReadonlySet<string>) => void
  readonly leave: () => void
}

interface SharedSave<F, S> {
  /** A form that stays open after it was saved names in `after` what it stands on from then on. */
  readonly submit: (mine: F, after: (saved: S) => Saved<F> | void) => void
  readonly clash: Clash<F> | null
}

/**
 * Saves a form as a whole. Where somebody else has saved meanwhile, what both changed in different places is joined, and what both changed to
 * something else is asked.
 * @param save sends the form on the ground of a revision; its refusals stay in its own mutation
 * @param look reads what is saved now; null when it is gone
 * @param onJoined shows the form in which another person's changes are
 */
export function useSharedSave<F extends object, S>(
  opened: Saved<F>, save: (form: F, revision: number) => Promise<S>, look: () => Promise<Saved<F> | null>, onJoined: (form: F) => void,
): SharedSave<F, S> {
  const [clash, setClash] = useState<Clash<F> | null>(null)
  const [ground, setGround] = useState(opened)
  const go = async (mine: F, on: Saved<F>, after: (saved: S) => Saved<F> | void): Promise<void> => {
    try {
      const next = after(await save(mine, on.revision))
      if (next) setGround(next)
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'conflict') return
      const saved = await look().catch(() => null)
      if (saved === null || saved.revision === on.revision) return
      const goOn = (theirs: ReadonlySet<string>) => {
        const form = joined(on.form, mine, saved.form, theirs)
        setClash(null)
        setGround(saved)
        onJoined(form)
        void go(form, saved, after)
      }
      const names = clashesOf(on.form, mine, saved.form)
      if (names.length === 0) goOn(new Set())
      else setClash({ names, mine, saved: saved.form, settle: goOn, leave: () => setClash(null) })
    }
  }
  return { submit: (mine, after) => void go(mine, ground, after), clash }
}
