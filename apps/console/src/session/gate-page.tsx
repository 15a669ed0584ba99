import { useEffect, useRef, type ReactNode } from 'react'
import { useLanguage } from '../language.js'
import { ProductMark } from '@app/ui'
import { LanguageSwitch } from '../shell/language-switch.js'
import { pageWasShown, useTitle } from '../parts/page-head.js'

/** The page before the console: mark, one heading, one form, choice of language. */
export function GatePage({ title, lead, failed, children }: { title: string; lead: string; failed: boolean; children: ReactNode }) {
  const { t } = useLanguage()
  const heading = useRef<HTMLHeadingElement>(null)
  useTitle(title, failed)
  useEffect(() => {
    heading.current?.focus()
    pageWasShown()
  }, [])
  return (
    <div className="con-b gate">
      <header className="gate-h"><span className="brand"><ProductMark /><span>Dialogwerk</span></span><LanguageSwitch /></header>
      <main className="gate-in con-x">
        <h1 ref={heading} tabIndex={-1}>{title}</h1>
        <p className="m gate-lead">{lead}</p>
        {children}
      </main>
      <footer className="gate-f"><a href="/">{t.publicPages}</a></footer>
    </div>
  )
}
