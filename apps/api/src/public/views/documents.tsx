import type { PublicDocument, PublicResult } from '@app/contracts'
import { formatDay, formatNumber, listWords, wordFor, words } from '@app/i18n'
import { contentLanguage } from './layout.js'
import type { PageFrame } from './view-models.js'

/** A title that only repeats its kind ("Pressemitteilung") is not said twice. */
const germanWords = words('de').vocabulary

/** Studies, press releases, photos, funding lines, with the figures that they report. */
export function Documents({ frame, documents }: { frame: PageFrame; documents: readonly PublicDocument[] }) {
  const { language } = frame
  const { event: say, vocabulary } = words(language)
  const kinds = [...new Set(documents.map((one) => one.kind))]
  const about = (one: PublicDocument) =>
    [
      one.authors.length ? say.documentBy(listWords(language, one.authors)) : null,
      one.firstPresented ? say.firstPresented : null,
      one.publishedOn ? say.publishedOn(formatDay(language, one.publishedOn)) : null,
    ].filter((part) => part).join(', ')
  return (
    <dl className="roles">
      {kinds.map((kind) => (
        <div key={kind}>
          <dt>{wordFor(vocabulary.documentKinds, kind)}</dt>
          {documents.filter((one) => one.kind === kind).map((one) => (
            <dd key={one.title + one.publishedOn} lang={contentLanguage(frame)}>
              {one.title === wordFor(germanWords.documentKinds, kind) ? null : one.title}
              {about(one) ? <small lang={language}>{about(one)}</small> : null}
              {one.responsible ? <small lang={language}>{say.responsible(one.responsible)}</small> : null}
              {one.credit ? <small lang={language}>{say.credit(one.credit)}</small> : null}
              {one.figures.length ? (
                <ul className="figures">
                  {one.figures.map((figure) => (
                    <li key={figure.label}><b className="n">{formatNumber(language, figure.value)}{figure.unit === '%' ? '\u00a0%' : ` ${figure.unit}`}</b> {figure.label}</li>
                  ))}
                </ul>
              ) : null}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}

/** What came out of the event, to whom it is addressed and how far it is. */
export function Results({ frame, results }: { frame: PageFrame; results: readonly PublicResult[] }) {
  const { language } = frame
  const { event: say, vocabulary } = words(language)
  return (
    <dl className="roles">
      {results.map((result) => (
        <div key={result.kind + result.title}>
          <dt>{wordFor(vocabulary.resultKinds, result.kind)}</dt>
          <dd lang={contentLanguage(frame)}>
            {result.title === wordFor(germanWords.resultKinds, result.kind) ? null : result.title}
            <small lang={language}>
              {[
                result.addressees.length ? say.addressedTo(listWords(language, result.addressees.map((to) => wordFor(vocabulary.addressees, to)))) : null,
                wordFor(vocabulary.resultStates, result.state),
              ].filter((part) => part).join(', ')}
            </small>
          </dd>
        </div>
      ))}
    </dl>
  )
}
