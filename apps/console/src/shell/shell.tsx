import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { useLanguage } from '../language.js'
import { Icon, ProductMark, type IconName } from '@app/ui'
import { Email } from '../parts/email.js'
import { countOf } from '../participants/views.js'
import { useEvent } from '../queries.js'
import { useMay, useMayEverywhere } from '../session/may.js'
import { useSession } from '../session/session.js'
import { editionOf, eventWhen } from '../events/event-words.js'
import { LanguageSwitch } from './language-switch.js'

/** Frame of every page: sidebar with the programme, below it the event that is open, and who is signed in. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useLanguage()
  const [location] = useLocation()
  const may = useMay()
  const mayEverywhere = useMayEverywhere()
  const open = /^\/veranstaltungen\/([0-9a-f-]{36})/.exec(location)?.[1]
  return (
    <>
      <a className="skip" href="#inhalt" onClick={(event) => { event.preventDefault(); document.getElementById('inhalt')?.focus() }}>{t.skip}</a>
      <div className="con">
        <header className="sb">
          <Link className="brand" href="/"><ProductMark /><span>Dialogwerk</span></Link>
          <nav aria-label={t.nav.programme}>
            <ul>
              <Item href="/" icon="calendar" current={location === '/' || location === '/veranstaltungen/neu'}>{t.nav.events}</Item>
              <Item href="/reihen" icon="line" current={location.startsWith('/reihen')}>{t.nav.series}</Item>
              {mayEverywhere('programme.write') ? <Item href="/formate" icon="board" current={location.startsWith('/formate')}>{t.nav.formats}</Item> : null}
              {may('organisations.read') ? <Item href="/organisationen" icon="host" current={location.startsWith('/organisationen')}>{t.nav.organisations}</Item> : null}
              {may('organisations.write') ? <Item href="/barrieren" icon="info" current={location === '/barrieren'}>{t.nav.barriers}</Item> : null}
            </ul>
          </nav>
          <Administration location={location} />
          {open === undefined ? null : <OpenEvent id={open} location={location} />}
          <Who />
        </header>
        <main className="mn" id="inhalt" tabIndex={-1}>{children}</main>
      </div>
    </>
  )
}

/** What only some may do: it is not there for the others. */
function Administration({ location }: { location: string }) {
  const { t } = useLanguage()
  const may = useMay()
  if (!may('access.manage') && !may('audit.read') && !may('privacy.manage')) return null
  return (
    <nav aria-label={t.nav.administration}>
      <ul>
        {may('access.manage') ? <Item href="/zugaenge" icon="people" current={location.startsWith('/zugaenge')}>{t.nav.accounts}</Item> : null}
        {may('audit.read') ? <Item href="/protokoll" icon="clock" current={location === '/protokoll'}>{t.nav.audit}</Item> : null}
        {may('privacy.manage') ? <Item href="/datenschutz" icon="lock" current={location === '/datenschutz'}>{t.nav.privacy}</Item> : null}
      </ul>
    </nav>
  )
}

function Item({ href, icon, current, count, countLabel, children }: { href: string; icon: IconName; current: boolean; count?: number; countLabel?: string; children: string }) {
  return (
    <li>
      <Link href={href} aria-current={current ? 'page' : undefined}>
        <Icon name={icon} /><b>{children}</b>
        {count === undefined ? null : <>{' '}<span>{count}<span className="vh"> {countLabel}</span></span></>}
      </Link>
    </li>
  )
}

function OpenEvent({ id, location }: { id: string; location: string }) {
  const { t, language } = useLanguage()
  const { data: event } = useEvent(id)
  const base = `/veranstaltungen/${id}`
  return (
    <div className="sb-ev">
      <p className="evt"><small>{event === undefined ? t.nav.event : editionOf(event, t)}</small><b>{event === undefined ? '…' : eventWhen(event, language, t)}</b></p>
      <nav aria-label={t.nav.event}>
        <ul>
          <Item href={base} icon="home" current={location === base}>{t.nav.overview}</Item>
          {event?.may.includes('people.read') ? <Item
            href={`${base}/personen`} icon="people" current={location.startsWith(`${base}/personen`)}
            count={countOf(event.counts, 'all')} countLabel={t.nav.peopleOnList}
          >{t.nav.people}</Item> : null}
          {event?.may.includes('needs.count') ? <Item href={`${base}/unterstuetzung`} icon="support" current={location === `${base}/unterstuetzung`}>{t.nav.support}</Item> : null}
          {event?.may.includes('mail.read') ? <Item href={`${base}/e-mails`} icon="mail" current={location === `${base}/e-mails`}>{t.nav.mails}</Item> : null}
          {event?.may.includes('programme.write') ? <Item href={`${base}/fragen`} icon="question" current={location === `${base}/fragen`}>{t.nav.questions}</Item> : null}
          {event?.may.includes('programme.write') ? <Item href={`${base}/bearbeiten`} icon="pencil" current={location === `${base}/bearbeiten`}>{t.nav.edit}</Item> : null}
        </ul>
      </nav>
    </div>
  )
}

function Who() {
  const { t } = useLanguage()
  const { session, signOut, signingOut } = useSession()
  return (
    <div className="who">
      <p><Link href="/mein-zugang" aria-label={`${t.nav.ownAccess}: ${session.account.name}`}>{session.account.name}</Link><small><Email address={session.account.email} /></small></p>
      <LanguageSwitch />
      <button type="button" className="who-out" aria-disabled={signingOut || undefined} aria-label={t.signOut} onClick={signOut}><span className="not-s">{t.signOut}</span><span className="only-s">{t.signOutShort}</span></button>
    </div>
  )
}
