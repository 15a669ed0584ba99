import { addresses, type LegalPage as Page } from '@app/contracts'
import { words } from '@app/i18n'
import { contentLanguage, Layout } from './layout.js'
import { Paragraphs } from './paragraphs.js'
import type { LegalProps } from './view-models.js'

/** Imprint, privacy notice or accessibility statement of one host, in the host's own words. */
export function LegalPage({ frame, page, host, text, imprint }: LegalProps) {
  const { legal: say, layout } = words(frame.language)
  const titles: Record<Page, string> = { imprint: layout.imprint, privacy: layout.privacy, accessibility: layout.accessibility }
  const others = (Object.keys(titles) as Page[]).filter((one) => one !== page)
  return (
    <Layout frame={frame} title={titles[page]}>
      <div className="wrap msg">
        <p className="kick">{host.name}</p>
        <h1 className="h1--m">{titles[page]}</h1>
        {text ? (
          <div className="prose" lang={contentLanguage(frame)}><Paragraphs text={text} headings /></div>
        ) : (
          <div className="msg-x"><p>{say.missing(titles[page], host.name)}</p>{page === 'accessibility' ? <ReportTo frame={frame} contact={contactIn(imprint ?? '')} /> : <p>{say.ask(host.name)}</p>}</div>
        )}
        <section className="mg">
          <h2>{say.otherPages}</h2>
          <ul className="plain">{others.map((one) => <li key={one}><a href={addresses.legal(frame.language, host.slug, one)}>{titles[one]}</a></li>)}</ul>
        </section>
      </div>
    </Layout>
  )
}

/** Whom to tell about a barrier while the statement is missing. */
function ReportTo({ frame, contact }: { frame: LegalProps['frame']; contact: string | null }) {
  const say = words(frame.language).legal
  return contact === null ? <p>{say.reportInImprint}</p> : <><p>{say.reportTo}</p><Paragraphs text={contact} /></>
}

/** Lines of an imprint by which somebody can be reached: with an address of mail or a telephone number; null when it has none. */
function contactIn(imprint: string): string | null {
  const lines = imprint.split('\n').filter((line) => /\S@\S|\b(Telefon|Tel|Phone)\b/i.test(line))
  return lines.length === 0 ? null : lines.join('\n')
}
