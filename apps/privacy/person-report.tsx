import { renderToStaticMarkup } from 'react-dom/server'
import type { ReactNode } from 'react'
import type { Answer, Language, Place, QuestionKind } from '@app/contracts'
import { formatDay, words } from '@app/i18n'
import { type NeedSaid, standing } from '@app/participants'
import { answerWords, needWords } from './answer-words.js'
import type { PersonExport } from './person-export.js'
import { valueWords } from './report-values.js'
import { reportWords } from './report-words.js'

type Row = Record<string, unknown>

/** Stands alone: it is opened from a folder, printed and handed over. */
const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff }
  h2 { margin-top: 2.5rem; border-bottom: 2px solid #1a1a1a } dl { display: grid; grid-template-columns: minmax(10rem, 1fr) 3fr; gap: .25rem 1rem; padding: .75rem 0; border-bottom: 1px solid #bbb }
  dt { color: #555 } dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap } table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: .375rem .75rem .375rem 0; border-bottom: 1px solid #bbb }
`

/** The export as one page for people (Art. 12 and 15 GDPR). Instants are shown in German time. */
export function personReport(data: PersonExport, language: Language): string {
  return `<!doctype html>\n${renderToStaticMarkup(<Report data={data} language={language} />)}\n`
}

function Report({ data, language }: { data: PersonExport; language: Language }) {
  const t = reportWords[language]
  const participations = data.data.find(({ table }) => table === 'participation')?.rows ?? []
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{t.title}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <main>
          <h1>{t.title}</h1>
          <p>{t.about}. {t.exportedAt}: {valueWords('', 'exportedAt', new Date(data.exportedAt), language)}.</p>
          <p><strong>{data.name}</strong>{data.email === null ? null : <><br />{t.email}: {data.email}</>}</p>
          {participations.length === 0 ? null : <Events data={data} rows={participations} language={language} />}
          {data.data.map(({ table, rows }) => <Section key={table} table={table} rows={rows} data={data} language={language} />)}
          {data.texts.length === 0 ? null : <h2>{t.texts}</h2>}
          {data.texts.map(({ id, kind, version, body }) => <section key={id}><h3>{t.textKinds[kind] ?? kind}, {t.version(version)}</h3><p style={{ whiteSpace: 'pre-wrap' }}>{body}</p></section>)}
          <h2>{t.rights}</h2>
          <p>{t.rightsText}</p>
          <p>{t.machine}</p>
        </main>
      </body>
    </html>
  )
}

function Events({ data, rows, language }: { data: PersonExport; rows: readonly Row[]; language: Language }) {
  const t = reportWords[language]
  const { standings } = words(language).vocabulary
  return (
    <>
      <h2>{t.events}</h2>
      <table>
        <thead><tr><th scope="col">{t.event}</th><th scope="col">{t.days}</th><th scope="col">{t.standing}</th></tr></thead>
        <tbody>
          {rows.map((row) => {
            const event = data.events.find(({ id }) => id === row.eventId)
            return (
              <tr key={String(row.id)}>
                <td>{event?.title}</td>
                <td>{event?.days.map((day) => formatDay(language, day)).join(', ')}</td>
                <td>{standings[standing(row.answer as Answer, row.place as Place)]}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}

function Section({ table, rows, data, language }: { table: string; rows: readonly Row[]; data: PersonExport; language: Language }) {
  const said = reportWords[language].shown[table]
  if (said === undefined) return null
  const participations = data.data.find((one) => one.table === 'participation')?.rows ?? []
  const eventOf = (row: Row) => (table === 'participation' ? row.eventId : (participations.find(({ id }) => id === row.participationId || id === row.subjectId)?.eventId ?? row.nodeId))
  return (
    <>
      <h2>{said.title}</h2>
      {rows.map((row) => {
        const event = data.events.find(({ id }) => id === eventOf(row))
        return (
          <dl key={String(row.id)}>
            {event === undefined ? null : <><dt>{reportWords[language].event}</dt><dd>{event.title}</dd></>}
            {Object.entries(said.columns).filter(([column]) => row[column] !== undefined).map(([column, label]) => (
              <div key={column} style={{ display: 'contents' }}><dt>{label}</dt><dd>{cell(table, row, column, data, language)}</dd></div>
            ))}
          </dl>
        )
      })}
    </>
  )
}

function cell(table: string, row: Row, column: string, { texts }: PersonExport, language: Language): ReactNode {
  const value = row[column]
  if (column === 'noticeId') {
    const text = texts.find(({ id }) => id === value)
    return table === 'consent' ? (text?.body ?? '') : `${text?.version ?? ''}`
  }
  if (table === 'question_answer' && column !== 'question') {
    const said = answerWords(row.kind as QuestionKind, value, language)
    // The page stands alone, so the file is in it. As bytes that are only ever saved: a picture or paper of somebody else is not run here.
    return row.kind === 'file' ? <a download={said} href={`data:application/octet-stream;base64,${String(row.content)}`}>{said}</a> : said
  }
  if (table === 'need') return needWords(value as NeedSaid, language)
  const { actions, actors } = words(language).audit
  if (table === 'audit_entry' && column === 'action') return actions[String(value)] ?? String(value)
  if (table === 'audit_entry' && column === 'actorKind') return actors[String(value)] ?? String(value)
  return valueWords(table, column, value, language)
}
