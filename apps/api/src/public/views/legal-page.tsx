import { ARBITRATION_BODIES, addresses, type Jurisdiction, type LegalPage as Page } from '@app/contracts'
import { words } from '@app/i18n'
import { contentLanguage, EASY_LANGUAGE, Layout } from './layout.js'
import { Paragraphs } from './paragraphs.js'
import { SignVideo } from './sign-video.js'
import type { LegalProps } from './view-models.js'

/** Imprint, privacy notice, accessibility statement or Leichte Sprache of one host, in the host's own words. */
export function LegalPage({ frame, page, host, text, imprint, duties }: LegalProps) {
  const { legal: say, layout } = words(frame.language)
  const titles: Record<Page, string> = { imprint: layout.imprint, privacy: layout.privacy, accessibility: layout.accessibility, easy: layout.easy }
  const others = (Object.keys(titles) as Page[]).filter((one) => one !== page && (one !== 'easy' || host.hasEasyLanguage))
  const lang = page === 'easy' ? EASY_LANGUAGE : contentLanguage(frame)
  return (
    <Layout frame={frame} title={titles[page]}>
      <div className="wrap msg">
        <p className="kick">{host.name}</p>
        <h1 className="h1--m">{titles[page]}</h1>
        {text ? (
          <div className="prose" lang={lang}><Paragraphs text={text} headings /></div>
        ) : (
          <div className="msg-x"><p>{say.missing(titles[page], host.name)}</p>{page === 'accessibility' ? null : <p>{say.ask(host.name)}</p>}</div>
        )}
        {page === 'accessibility' ? <Duties frame={frame} host={host} duties={duties} imprint={imprint} /> : null}
        <section className="mg">
          <h2>{say.otherPages}</h2>
          <ul className="plain">
            {others.map((one) => <li key={one}><a href={addresses.legal(frame.language, host.slug, one)}>{titles[one]}</a></li>)}
            <SignVideo url={host.signVideoUrl} word={layout.signVideo} />
          </ul>
        </section>
      </div>
    </Layout>
  )
}

/** What every statement must end with, whatever the host wrote (§ 12b (2) BGG and the laws of the Länder): whom to tell, and who arbitrates. */
function Duties({ frame, host, duties, imprint }: Pick<LegalProps, 'frame' | 'host' | 'duties' | 'imprint'>) {
  const { legal: say, layout } = words(frame.language)
  const contact = duties.contact ?? contactIn(imprint ?? '')
  return (
    <>
      <section className="mg">
        <h2>{say.feedbackTitle}</h2>
        <div>
          <p>{say.feedback} <a href={addresses.barrier(frame.language, host.slug)}>{layout.barrier}</a></p>
          {contact === null ? <p>{say.reportInImprint}</p> : <><p>{say.reportTo}</p><Paragraphs text={contact} /></>}
        </div>
      </section>
      <section className="mg">
        <h2>{say.arbitrationTitle}</h2>
        <div><p>{say.arbitration}</p><Arbitration frame={frame} duties={duties} /></div>
      </section>
    </>
  )
}

function Arbitration({ frame, duties: { jurisdiction, arbitration } }: Pick<LegalProps, 'frame' | 'duties'>) {
  const { legal: say, vocabulary } = words(frame.language)
  if (arbitration !== null) return <div lang={contentLanguage(frame)}><Paragraphs text={arbitration} /></div>
  const body = jurisdiction === null ? null : ARBITRATION_BODIES[jurisdiction]
  if (body === null) return <p>{say.arbitrationOf(landIn(jurisdiction, vocabulary.lands))}</p>
  return (
    <p>
      <span lang={contentLanguage(frame)}>{body.name}</span>
      {body.website === null ? null : <><br /><a href={body.website}>{body.website}</a></>}
    </p>
  )
}

function landIn(jurisdiction: Jurisdiction | null, lands: Readonly<Record<string, string>>): string | null {
  return jurisdiction === null ? null : (lands[jurisdiction] ?? null)
}

/** Lines of an imprint by which somebody can be reached: with an address of mail or a telephone number; null when it has none. */
function contactIn(imprint: string): string | null {
  const lines = imprint.split('\n').filter((line) => /\S@\S|\b(Telefon|Tel|Phone)\b/i.test(line))
  return lines.length === 0 ? null : lines.join('\n')
}
