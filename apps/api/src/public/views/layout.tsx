import { addresses, type Language, type PublicHost } from '@app/contracts'
import { words } from '@app/i18n'
import { ProductMark } from '@app/ui'
import type { ReactNode } from 'react'
import { SignVideo } from './sign-video.js'
import type { PageFrame } from './view-models.js'

interface LayoutProps {
  frame: PageFrame
  /** Title of the page; the host's name follows it. */
  title: string
  /** Errors on the page are said in the title first: "Fehler: Anmeldung". */
  hasErrors?: boolean
  /** Personal and technical pages stay out of search engines. */
  isPrivate?: boolean
  /** More for the head: description, structured data. */
  head?: ReactNode
  children: ReactNode
}

/** The product mark as a data address: no second request, and allowed by `img-src data:`. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 20'%3E%3Cpath fill='%236e7597' d='M9.2 1v13A6.5 6.5 0 0 1 9.2 1z'/%3E%3Cpath fill='%23b8532b' d='M10.8 6v13a6.5 6.5 0 0 0 0-13z'/%3E%3C/svg%3E"

const OTHER: Record<Language, Language> = { de: 'en', en: 'de' }

/** Frame of every public page: the host first, the content, the duties of the host and our one line at the end. */
export function Layout({ frame, title, hasErrors = false, isPrivate = false, head, children }: LayoutProps) {
  const say = words(frame.language)
  const owner = frame.hosts.map((host) => host.name).join(' · ') || say.layout.product
  return (
    <html lang={frame.language}>
      <head>
        <meta charSet="utf-8" />
        <title>{`${hasErrors ? say.fields.errorPrefix : ''}${title} – ${owner}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {isPrivate ? <meta name="robots" content="noindex, nofollow" /> : null}
        <link rel="stylesheet" href={frame.stylesheet} />
        <link rel="icon" href={ICON} />
        {isPrivate ? null : <link rel="canonical" href={frame.publicUrl + frame.path} />}
        {frame.alternatePath && !isPrivate ? <link rel="alternate" hrefLang={OTHER[frame.language]} href={frame.publicUrl + frame.alternatePath} /> : null}
        {head}
      </head>
      <body className="pub">
        <a className="skip" href="#inhalt">{say.layout.skip}</a>
        <Header frame={frame} />
        <main id="inhalt">{children}</main>
        <Footer frame={frame} />
      </body>
    </html>
  )
}

function Header({ frame }: { frame: PageFrame }) {
  const say = words(frame.language).layout
  const other = OTHER[frame.language]
  const second = frame.context ?? (frame.hosts.length ? null : say.productLine)
  const names = frame.hosts.length ? frame.hosts.map((host) => host.name) : [say.product]
  return (
    <header className="p-head">
      {frame.demo ? <p className="demo"><b>{say.demo}</b> <span>{say.demoText}</span></p> : null}
      <div className="wrap">
        <a className="host" href={addresses.home(frame.language)}>
          <span>
            {names.map((name) => <span className="host-n" key={name}>{name}</span>)}
            {second ? <small>{second}</small> : null}
          </span>
        </a>
        {frame.alternatePath ? (
          <nav aria-label={say.languageNav}>
            <ul>
              <li><a href={frame.alternatePath} lang={other} hrefLang={other}>{say.otherLanguage}</a></li>
            </ul>
          </nav>
        ) : null}
      </div>
    </header>
  )
}

function Footer({ frame }: { frame: PageFrame }) {
  const say = words(frame.language).layout
  return (
    <footer className="p-foot">
      <div className="wrap">
        <div>
          {frame.claims.map((claim) => <p className="claim" key={claim}>{claim}</p>)}
          <p className="made"><ProductMark /><span>{say.poweredBy}</span></p>
        </div>
        {frame.hosts.length ? (
          <nav className="legal" aria-label={say.legalNav}>
            {frame.hosts.map((host) => <HostDuties key={host.slug} host={host} language={frame.language} named={frame.hosts.length > 1} />)}
          </nav>
        ) : null}
      </div>
    </footer>
  )
}

/** Imprint, privacy and accessibility of one host, whom to tell about a barrier, and what § 4 BITV asks for: Leichte Sprache and sign language; several hosts have one list each. */
function HostDuties({ host, language, named }: { host: PublicHost; language: Language; named: boolean }) {
  const say = words(language).layout
  const pages = [['imprint', say.imprint], ['privacy', say.privacy], ['accessibility', say.accessibility]] as const
  return (
    <div>
      {named ? <p className="b" id={`g-${host.slug}`}>{host.name}</p> : null}
      <ul aria-labelledby={named ? `g-${host.slug}` : undefined}>
        {pages.map(([page, word]) => <li key={page}><a href={addresses.legal(language, host.slug, page)}>{word}</a></li>)}
        <li><a href={addresses.barrier(language, host.slug)}>{say.barrier}</a></li>
        {host.hasEasyLanguage ? <li><a href={addresses.legal(language, host.slug, 'easy')} hrefLang={EASY_LANGUAGE}>{say.easy}</a></li> : null}
        <SignVideo url={host.signVideoUrl} word={say.signVideo} />
      </ul>
    </div>
  )
}

/** German in Leichte Sprache, as BCP 47 says it: the variant `simple` is registered. */
export const EASY_LANGUAGE = 'de-simple'

/** Texts of the programme are kept in German; on an English page they say so to screen readers. */
export function contentLanguage(frame: PageFrame): Language | undefined {
  return frame.language === 'de' ? undefined : 'de'
}
