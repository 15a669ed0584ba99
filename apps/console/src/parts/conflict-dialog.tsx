import { useState } from 'react'
import { listWords } from '@app/i18n'
import { Icon } from '@app/ui'
import { useLanguage } from '../language.js'
import { Button } from './button.js'
import { useModal } from './modal.js'

type Choice = 'mine' | 'theirs'

interface Props<N extends string> {
  names: readonly N[]
  labelOf: (name: N) => string
  /** A version of a fact as people read it, one line per row. */
  textOf: (name: N, choice: Choice) => string
  onSettle: (theirs: ReadonlySet<N>) => void
  onClose: () => void
}

/** Shows both versions of each fact that two people have changed, and saves nothing before one of them is chosen. */
export function ConflictDialog<N extends string>({ names, labelOf, textOf, onSettle, onClose }: Props<N>) {
  const { t, language } = useLanguage()
  const dialog = useModal()
  const [chosen, setChosen] = useState<Partial<Record<N, Choice>>>({})
  const [refused, setRefused] = useState(false)
  const open = names.filter((name) => chosen[name] === undefined)
  return (
    <dialog ref={dialog} className="dlg dlg--w" aria-labelledby="cf-h" aria-describedby="cf-c" onClose={onClose}>
      <form
        method="dialog" noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (open.length > 0) setRefused(true)
          else onSettle(new Set(names.filter((name) => chosen[name] === 'theirs')))
        }}
      >
        <h2 id="cf-h">{t.conflict.title(listWords(language, names.map((name) => t.list.quoted(labelOf(name)))))}</h2>
        <p className="dlg-text" id="cf-c">{t.conflict.text}</p>
        {names.map((name) => (
          <fieldset key={name} className="cf">
            <legend>{labelOf(name)}</legend>
            {(['theirs', 'mine'] as const).map((choice) => (
              <label key={choice}>
                <input type="radio" name={`cf-${name}`} checked={chosen[name] === choice} onChange={() => setChosen((before) => ({ ...before, [name]: choice }))} />
                <b>{t.conflict[choice]}</b> <span className="cf-v">{textOf(name, choice)}</span>
              </label>
            ))}
          </fieldset>
        ))}
        {refused && open.length > 0 ? <p className="fd-err" role="alert"><Icon name="alert" /> {t.conflict.choose(listWords(language, open.map((name) => t.list.quoted(labelOf(name)))))}</p> : null}
        <div className="dlg-acts">
          <Button type="submit" rank="primary">{t.conflict.go}</Button>
          <Button onClick={onClose}>{t.leave.stay}</Button>
        </div>
      </form>
    </dialog>
  )
}
