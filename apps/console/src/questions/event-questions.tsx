import { Link } from 'wouter'
import { addresses, type EventDetail, type EventQuestions as Asked } from '@app/contracts'
import { editionOf } from '../events/event-words.js'
import { useLanguage } from '../language.js'
import { OuterLink } from '../parts/button.js'
import { Loading, Trouble } from '../parts/feedback.js'
import { PageHead } from '../parts/page-head.js'
import { useEvent } from '../queries.js'
import { NoRight } from '../shell/no-right.js'
import { useQuestions, useQuestionsNow, useSaveQuestions } from './question-queries.js'
import { QuestionsEditor } from './questions-editor.js'

/** What the registration form of an event asks beside the person. */
export function EventQuestions({ id }: { id: string }) {
  const { t } = useLanguage()
  const { data: event, error: noEvent, refetch: readEvent } = useEvent(id)
  const { data: asked, error: noQuestions, refetch } = useQuestions(id)
  const error = noEvent ?? noQuestions
  if (event === undefined || asked === undefined) {
    return error === null ? <Loading rows={10} /> : <><PageHead title={t.trouble.title} /><Trouble error={error} onRetry={() => { void readEvent(); void refetch() }} /></>
  }
  return event.may.includes('programme.write') ? <Screen event={event} asked={asked} /> : <NoRight />
}

function Screen({ event, asked }: { event: EventDetail; asked: Asked }) {
  const { t, language } = useLanguage()
  const q = t.questions
  const save = useSaveQuestions(event.id)
  const now = useQuestionsNow(event.id)
  return (
    <>
      <PageHead
        title={q.title} tabTitle={`${q.title}: ${event.title}`} failed={save.error !== null}
        kicker={<><Link href={`/veranstaltungen/${event.id}`}>{event.title}</Link>, {editionOf(event, t)}</>}
        facts={<><span>{q.count(asked.questions.length)}</span><span>{q.offered(asked.needs.length)}</span></>}
        actions={event.visible ? <OuterLink href={addresses.registration(language, event.slug)} icon="outside" newTab>{q.toForm}</OuterLink> : undefined}
      />
      <QuestionsEditor
        asks={asked} hasDays now={now.mutateAsync} save={save.mutateAsync} forget={save.reset}
        error={save.error} pending={save.isPending || now.isPending} saved={q.saved}
      />
    </>
  )
}
