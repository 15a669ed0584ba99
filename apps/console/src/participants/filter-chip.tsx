import { useEffect, useId, useRef, useState } from 'react'
import { Icon } from '@app/ui'
import { useLanguage } from '../language.js'

interface Props<K extends string> {
  field: string
  options: readonly (readonly [K, string])[]
  /** Short words for the chip itself; the full ones stand in the choice. */
  shortOf?: (key: K) => string
  value: readonly K[]
  onChange: (value: K[]) => void
}

/** A filter as a chip "Land: SH, HH ▾ ×"; without a value it reads "+ Land". Opens a choice of checkboxes, Escape closes it. */
export function FilterChip<K extends string>({ field, options, shortOf, value, onChange }: Props<K>) {
  const { t } = useLanguage()
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLSpanElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const wordOf = (key: K) => shortOf?.(key) ?? options.find(([other]) => other === key)?.[1] ?? key

  useEffect(() => {
    if (!open) return
    const leave = (event: Event) => {
      if (event.target instanceof Node && box.current !== null && !box.current.contains(event.target)) setOpen(false)
    }
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('keydown', escape)
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    return () => {
      document.removeEventListener('keydown', escape)
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
    }
  }, [open])

  const set = value.length > 0
  return (
    <span ref={box} className={set ? 'chip' : 'chip chip--add'}>
      <button ref={button} type="button" aria-expanded={open} aria-controls={open ? id : undefined} onClick={() => setOpen(!open)}>
        {set ? <>{field}: <b>{shorten(value.map(wordOf))}</b><Icon name="down" /></> : <><Icon name="plus" />{field}</>}
      </button>
      {set ? (
        <button type="button" className="x" aria-label={t.list.removeFilter(field)} onClick={() => { onChange([]); button.current?.focus() }}><Icon name="cross" /></button>
      ) : null}
      {open ? (
        <fieldset className="pop" id={id}>
          <legend>{t.list.chooseFilter(field)}</legend>
          {options.map(([key, word]) => (
            <label key={key}>
              <input
                type="checkbox" className="cx" checked={value.includes(key)}
                onChange={(event) => onChange(options.map(([other]) => other).filter((other) => (other === key ? event.target.checked : value.includes(other))))}
              />
              <span>{word}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
    </span>
  )
}

function shorten(words: readonly string[]): string {
  return words.length <= 3 ? words.join(', ') : `${words.slice(0, 2).join(', ')} +${words.length - 2}`
}
