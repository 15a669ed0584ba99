import { Link, useLocation, useSearch } from 'wouter'
import type { EventDetail, OutboxItem, OutboxPage } from '@app/contracts'
import { words } from '@app/i18n'
import { editionOf } from '../events/event-words.js'
import { useLanguage } from '../language.js'
import { Button, ButtonLink } from '../parts/button.js'
import { Empty, Loading, Trouble } from '../parts/feedback.js'
import { PageHead } from '../parts/page-head.js'
import { useToast } from '../parts/toast.js'
import { afterwards, useEvent } from '../queries.js'
import { NoRight } from '../shell/no-right.js'
import { useOutbox, useSendAgain } from './outbox-queries.js'
import { OutboxTable } from './outbox-table.js'
import { type OutboxAddress, readOutboxAddress, shownViews, totalOf, writeOutboxAddress } from './outbox-words.js'

/** The mails of an event: where each stands and why; what failed comes first and can be sent again. */
export function OutboxList({ id }: { id: string }) {
  const { t } = useLanguage()
  const { data: event, error, refetch } = useEvent(id)
  if (event === undefined) {
    return error === null ? <Loading rows={16} /> : <><PageHead title={t.trouble.title} /><Trouble error={error} onRetry={() => void refetch()} /></>
  }
  return event.may.includes('mail.read') ? <Mails event={event} /> : <NoRight />
}

function Mails({ event }: { event: EventDetail }) {
  const { t } = useLanguage()
  const base = `/veranstaltungen/${event.id}/e-mails`
  const address = readOutboxAddress(useSearch())
  const [, navigate] = useLocation()
  const { data: page, error, isPlaceholderData, refetch } = useOutbox(event.id, address)
  const again = useSendAgain(event.id)
  const say = useToast()
  const sendAgain = (item: OutboxItem) =>
    afterwards(again.mutateAsync(item.id), () => {
      say(t.outbox.askedAgain(item.what, item.person?.name ?? t.outbox.erased))
      // The button goes with the state it belonged to.
      document.querySelector<HTMLElement>('main h1')?.focus()
    })
  const go = (next: OutboxAddress) => navigate(base + writeOutboxAddress(next))
  return (
    <>
      <PageHead
        title={t.nav.mails} tabTitle={`${t.nav.mails}: ${event.title}`}
        kicker={<><Link href={`/veranstaltungen/${event.id}`}>{event.title}</Link>, {editionOf(event, t)}</>}
        facts={page === undefined ? <span>&nbsp;</span> : <><span>{t.outbox.sent(page.counts.done)}</span><span>{page.counts.failed === 0 ? t.outbox.noneFailed : t.outbox.failed(page.counts.failed)}</span></>}
      />
      <Views page={page} base={base} current={address.state} />
      {again.error === null ? null : <Trouble error={again.error} />}
      {error === null ? null : <Trouble error={error} onRetry={() => void refetch()} />}
      {/* An empty page says nothing of the view that is still on its way. */}
      {page === undefined || (isPlaceholderData && page.items.length === 0) ? (error === null ? <Loading rows={16} /> : null) : page.items.length === 0 ? <Nothing event={event} address={address} page={page} onShow={go} /> : (
        <div className={isPlaceholderData ? 'stale' : undefined} aria-busy={isPlaceholderData || undefined}>
          <div className="cnt"><output><b>{t.outbox.mails(totalOf(page.counts, address.state))}</b>, {address.state === null ? t.outbox.order : t.outbox.newest}</output></div>
          <OutboxTable rows={page.items} event={event} pending={again.isPending ? again.variables : null} onAgain={sendAgain} />
          <Pager page={page} address={address} onShow={go} />
        </div>
      )}
    </>
  )
}

function Views({ page, base, current }: { page: OutboxPage | undefined; base: string; current: OutboxAddress['state'] }) {
  const { t, language } = useLanguage()
  return (
    <nav className="views" aria-label={t.outbox.views}>
      {[null, ...shownViews(page?.counts, current)].map((state) => (
        <Link key={state ?? 'all'} href={base + writeOutboxAddress({ state, after: null })} aria-current={current === state ? 'page' : undefined}>
          {state === null ? t.outbox.all : words(language).outbox.states[state]} <span>{page === undefined ? '' : totalOf(page.counts, state)}</span>
        </Link>
      ))}
    </nav>
  )
}

/** A cursor leads forward only; the browser's own button leads back. */
function Pager({ page, address, onShow }: { page: OutboxPage; address: OutboxAddress; onShow: (next: OutboxAddress) => void }) {
  const { t } = useLanguage()
  const { next } = page
  if (next === null && address.after === null) return null
  return (
    <nav className="pgr" aria-label={t.outbox.pages}>
      {address.after === null ? null : <Button small icon="left" onClick={() => onShow({ ...address, after: null })}>{t.outbox.firstPage}</Button>}
      {next === null ? null : <Button small icon="right" onClick={() => onShow({ ...address, after: next })}>{t.outbox.nextPage}</Button>}
    </nav>
  )
}

/** No mail at all, or none in this view: two different things. */
function Nothing({ event, address, page, onShow }: { event: EventDetail; address: OutboxAddress; page: OutboxPage; onShow: (next: OutboxAddress) => void }) {
  const { t } = useLanguage()
  if (totalOf(page.counts, null) === 0) {
    return <Empty title={t.outbox.emptyTitle} action={<ButtonLink href={`/veranstaltungen/${event.id}/personen`} small>{t.outbox.toPeople}</ButtonLink>}>{t.outbox.emptyText}</Empty>
  }
  const all = <Button small onClick={() => onShow({ state: null, after: null })}>{t.outbox.showAll}</Button>
  return <Empty title={t.outbox.emptyView} action={all}>{address.state === null ? '' : t.outbox.emptyViews[address.state]}</Empty>
}
