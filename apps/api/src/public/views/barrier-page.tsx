import { addresses } from '@app/contracts'
import { words } from '@app/i18n'
import { ErrorSummary, SubmitButton, TextArea, TextField } from '@app/ui'
import { Layout } from './layout.js'
import { MessagePage } from './message-page.js'
import { Trap } from './trap.js'
import { BARRIER_FIELDS, FORM_TOKEN_FIELD, type BarrierProps } from './view-models.js'

/** The form by which a barrier reaches the host: the contact that § 12b (2) BGG asks for, reachable from every page. */
export function BarrierPage({ frame, host, formToken, values, errors }: BarrierProps) {
  const { language } = frame
  const { barrier: say, fields } = words(language)
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message
  const { labels, optional } = fields
  return (
    <Layout frame={frame} title={say.title} hasErrors={errors.length > 0}>
      <div className="wrap msg">
        <p className="kick">{host.name}</p>
        <h1 className="h1--m">{say.title}</h1>
        <p className="lead">{say.lead(host.name)}</p>
        <ErrorSummary title={fields.summary(errors.length)} problems={errors} fields={BARRIER_FIELDS} />
        <form action={addresses.barrier(language, host.slug)} method="post" noValidate>
          <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
          <Trap language={language} />
          <TextArea name="barrierText" label={labels.barrierText} hint={say.textHint} error={errorOf('barrierText')} value={values.barrierText} required />
          <TextField name="barrierPage" label={labels.barrierPage} hint={say.pageHint} error={errorOf('barrierPage')} value={values.barrierPage} optional={optional} />
          <TextField name="barrierContact" label={labels.barrierContact} hint={say.contactHint} error={errorOf('barrierContact')} value={values.barrierContact} optional={optional} />
          <div className="send">
            <SubmitButton>{say.submit}</SubmitButton>
            <p>{say.privacy}</p>
          </div>
        </form>
      </div>
    </Layout>
  )
}

/** After the form: it has arrived, and with whom. */
export function BarrierSentPage({ frame, host }: Pick<BarrierProps, 'frame' | 'host'>) {
  const say = words(frame.language).barrier
  return (
    <MessagePage frame={frame} title={say.sentTitle} kick={host.name} text={say.sentText(host.name)}>
      <div className="acts"><a href={addresses.legal(frame.language, host.slug, 'accessibility')}>{say.back}</a></div>
    </MessagePage>
  )
}
