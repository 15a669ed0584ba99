import { useEffect, useRef, type ReactNode } from 'react'
import { useLanguage } from '../language.js'

let firstPage = true

/** Tells that something else was shown first (sign-in): the next page takes the focus. */
export function pageWasShown(): void {
  firstPage = false
}

/** Sets the title of the browser tab; `failed` puts "Fehler:" before it. */
export function useTitle(title: string, failed = false): void {
  const { t } = useLanguage()
  useEffect(() => {
    document.title = `${failed ? `${t.form.errorPrefix} ` : ''}${title} · Dialogwerk`
  }, [title, failed, t])
}

/** Head of a page: kicker, h1, one line of facts, actions. After a change of page the h1 gets the focus, so that it is read out. */
export function PageHead({
  title, tabTitle = title, kicker, facts, actions, failed = false,
}: { title: string; tabTitle?: string; kicker?: ReactNode; facts?: ReactNode; actions?: ReactNode; failed?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useTitle(tabTitle, failed)
  useEffect(() => {
    if (firstPage) firstPage = false
    else {
      heading.current?.focus({ preventScroll: true })
      window.scrollTo(0, 0)
    }
  }, [])
  return (
    <div className="ph">
      <div>
        {kicker === undefined ? null : <p className="k">{kicker}</p>}
        <h1 ref={heading} tabIndex={-1}>{title}</h1>
        {facts === undefined ? null : <p className="s">{facts}</p>}
      </div>
      {actions === undefined ? null : <div className="pa">{actions}</div>}
    </div>
  )
}
