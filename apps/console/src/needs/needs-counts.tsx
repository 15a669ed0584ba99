import { TICKED, type EventDetail, type NeedsCounts as Counts } from '@app/contracts'
import { formatDay } from '@app/i18n'
import { Icon, StateGlyph } from '@app/ui'
import { useLanguage } from '../language.js'
import { ButtonLink } from '../parts/button.js'
import { Empty, Loading, Trouble } from '../parts/feedback.js'
import { todayHere } from '../today.js'
import { CountTable } from './count-table.js'
import { useNeedsCounts } from './need-queries.js'

/** How many people need or chose what, without names. */
export function NeedsCounts({ event }: { event: EventDetail }) {
  const { t } = useLanguage()
  const n = t.needs
  const { data: counts, error, refetch } = useNeedsCounts(event.id)
  if (counts === undefined) return error === null ? <Loading rows={8} /> : <Trouble error={error} onRetry={() => void refetch()} />
  if (counts.needs.length === 0 && counts.questions.length === 0) {
    const mayAsk = event.may.includes('programme.write')
    return <Empty title={n.emptyTitle} action={mayAsk ? <ButtonLink href={`/veranstaltungen/${event.id}/fragen`} small>{n.toQuestions}</ButtonLink> : undefined}>{mayAsk ? n.emptyText : n.emptyOther}</Empty>
  }
  const most = Math.max(...[...counts.needs, ...counts.questions.flatMap(({ options }) => options)].map(({ confirmed, waiting }) => confirmed + waiting))
  return (
    <>
      {counts.needs.length === 0 ? null : <Support counts={counts} most={most} />}
      {counts.questions.map((question) => <Question key={question.key} question={question} most={most} />)}
    </>
  )
}

function Support({ counts: { people, needs }, most }: { counts: Counts; most: number }) {
  const { t, v } = useLanguage()
  const n = t.needs
  return (
    <section className="sec grp" aria-labelledby="h-needs">
      <header><h2 id="h-needs">{n.countTitle}</h2><p>{people.confirmed + people.waiting === 0 ? n.nobody : n.people(people.confirmed, people.waiting)}</p></header>
      <CountTable
        caption={n.countTitle} head={n.kind} noteHead={n.bookBy} most={most}
        rows={needs.map(({ kind, bookBy, ...count }) => ({ key: kind, word: v.needKinds[kind], note: bookBy === null ? '' : <BookBy day={bookBy} />, ...count }))}
      />
    </section>
  )
}

function BookBy({ day }: { day: string }) {
  const { t, language } = useLanguage()
  const when = formatDay(language, day)
  return day < todayHere() ? <StateGlyph icon="alert" tone="wait" word={t.needs.overdue(when)} /> : <><span className="only-s">{t.needs.bookBy} </span>{when}</>
}

function Question({ question: { key, label, special, options }, most }: { question: Counts['questions'][number]; most: number }) {
  const { t } = useLanguage()
  const n = t.needs
  const id = `h-q-${key}`
  return (
    <section className="sec grp" aria-labelledby={id}>
      <header><h2 id={id}>{label}</h2>{special ? <p><Icon name="lock" /> {n.countedOnly}</p> : null}</header>
      <CountTable caption={label} head={n.option} most={most} rows={options.map(({ option, ...count }) => ({ key: option, word: option === TICKED ? n.ticked : option, ...count }))} />
    </section>
  )
}
