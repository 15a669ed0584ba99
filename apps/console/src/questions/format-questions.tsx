import { Link } from 'wouter'
import type { FormatView } from '@app/contracts'
import { useLanguage } from '../language.js'
import { Empty, Loading, Trouble } from '../parts/feedback.js'
import { PageHead } from '../parts/page-head.js'
import { useFormats } from '../queries.js'
import { useMayEverywhere } from '../session/may.js'
import { NoRight } from '../shell/no-right.js'
import { useSaveFormatQuestions } from './question-queries.js'
import { QuestionsEditor } from './questions-editor.js'

/** What new events of a format ask; events that there are keep what they ask. */
export function FormatQuestions({ formatKey }: { formatKey: string }) {
  const { t } = useLanguage()
  const mayWrite = useMayEverywhere()('programme.write')
  const { data, error, refetch } = useFormats()
  if (!mayWrite) return <NoRight />
  if (data === undefined) {
    return error === null ? <Loading rows={8} /> : <><PageHead title={t.trouble.title} /><Trouble error={error} onRetry={() => void refetch()} /></>
  }
  const format = data.find(({ key }) => key === formatKey)
  if (format === undefined) return <><PageHead title={t.notFound.title} /><Empty title={t.questions.formatGone}>{t.notFound.text}</Empty></>
  return <Screen format={format} />
}

const savedOf = ({ version, asks }: FormatView) => ({ revision: version, ...asks })

function Screen({ format }: { format: FormatView }) {
  const { t } = useLanguage()
  const q = t.questions
  const { refetch } = useFormats()
  const save = useSaveFormatQuestions(format.key)
  const name = t.event.format(format.key, format.name)
  return (
    <>
      <PageHead
        title={name} tabTitle={`${t.nav.formats}: ${name}`} kicker={<Link href="/formate">{t.nav.formats}</Link>} failed={save.error !== null}
        facts={<span>{q.formatText}</span>}
      />
      <QuestionsEditor
        asks={savedOf(format)} hasDays={false} save={save.mutateAsync} forget={save.reset} error={save.error} pending={save.isPending} saved={q.formatSaved(name)}
        now={() => refetch({ throwOnError: true }).then(({ data }) => savedOf(data?.find(({ key }) => key === format.key) ?? format))}
      />
    </>
  )
}
