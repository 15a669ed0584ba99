import { addresses, FILE_MAX_BYTES, FILE_TYPES, TICKED } from '@app/contracts'
import { formatDay, words } from '@app/i18n'
import { CheckField, FieldError, fieldId, SubmitButton } from '@app/ui'
import { Section } from './event-page.js'
import { answerField, NeedFields, QuestionFields, SpecialConsentField, type AnswerForm } from './question-fields.js'
import { FORM_TOKEN_FIELD, SHOWN_IN_FIELD, type PersonalFile, type PersonalProps } from './view-models.js'

/** What somebody answered and needs: to be changed for as long as the rest may be changed, then to be read. */
export function PersonalAnswers(props: PersonalProps) {
  const { frame, participation: me, asks, answers, answersToken, files, errors } = props
  const { language } = frame
  const { personal: say, registration } = words(language)
  const questions = asks.questions.filter(({ kind }) => kind !== 'file')
  const hasForm = questions.length > 0 || asks.needs.length > 0
  if (!hasForm && files.length === 0) return null
  if (!me.mayChange) return <GivenAnswers {...props} />
  const form: AnswerForm = { language, errors, answers, asks: { ...asks, questions } }
  return (
    <Section title={questions.length > 0 || files.length > 0 ? say.answersTitle : say.needsTitle}>
      {hasForm ? (
        <form className="edit" action={addresses.answers(me.token)} method="post" noValidate>
          <input type="hidden" name={FORM_TOKEN_FIELD} value={answersToken} />
          <input type="hidden" name={SHOWN_IN_FIELD} value={language} />
          <QuestionFields form={form} />
          {asks.needs.length > 0 ? <NeedFields form={form} /> : null}
          <SpecialConsentField form={form} />
          <SubmitButton kind="secondary">{say.answersSave}</SubmitButton>
        </form>
      ) : null}
      {files.map((file) => <FileForm key={file.key} {...props} file={file} consent={asks.specialConsent ?? registration.specialConsent} />)}
    </Section>
  )
}

function FileForm({ frame, participation: me, answersToken, errors, file, consent }: PersonalProps & { file: PersonalFile; consent: string }) {
  const { personal: say, fields, registration } = words(frame.language)
  const name = answerField(file.key)
  const id = fieldId(name)
  const error = errors.find(({ field }) => field === name)?.message
  const hints = [file.help, say.fileHint(FILE_MAX_BYTES / 1024 / 1024), file.special ? registration.specialMark : null].filter((part) => part !== null).join(' ')
  return (
    <form className="edit" action={addresses.answerFile(me.token, file.key)} method="post" encType="multipart/form-data" noValidate>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={answersToken} />
      <input type="hidden" name={SHOWN_IN_FIELD} value={frame.language} />
      <div className={error ? 'kern-form-input kern-form-input--error' : 'kern-form-input'}>
        <label className="lab" htmlFor={id}>{file.label}{file.required ? null : <> <small>({fields.optional})</small></>}</label>
        <p className="hint" id={`${id}-h`}>{hints}</p>
        {file.file ? (
          <p><a href={addresses.answerFile(me.token, file.key)}>{file.file.name}</a> <span className="m">{say.fileSize(kilobytes(frame.language, file.file.bytes))}</span></p>
        ) : file.required ? <p className="b">{say.fileMissing}</p> : null}
        <input type="file" id={id} name="file" accept={FILE_TYPES.join(',')} aria-describedby={error ? `${id}-h ${id}-e` : `${id}-h`} aria-invalid={error ? true : undefined} />
        {error ? <FieldError id={`${id}-e`}>{error}</FieldError> : null}
      </div>
      {file.asksConsent ? <CheckField name="specialConsent" id={`${id}-c`} value={TICKED} label={consent} /> : null}
      <div className="acts">
        <SubmitButton kind="secondary">{file.file ? say.fileReplace : say.fileSend}</SubmitButton>
        {file.file ? <SubmitButton kind="tertiary" name="remove">{say.fileRemove}</SubmitButton> : null}
      </div>
    </form>
  )
}

/** The same to be read, when nothing can be changed any more; a file that nothing demands may still be taken back. */
function GivenAnswers({ frame, participation: me, asks, answers, answersToken, files }: PersonalProps) {
  const { language } = frame
  const { personal: say, vocabulary, sheet } = words(language)
  const shown = (kind: string, values: readonly string[]) =>
    kind === 'consent' ? sheet.yes : values.map((value) => (kind === 'date' ? formatDay(language, value) : value)).join(', ')
  const given = asks.questions.filter(({ key }) => (answers.values[key]?.length ?? 0) > 0)
  if (given.length === 0 && answers.needs.length === 0 && !answers.needsDetail && files.length === 0) return null
  return (
    <Section title={say.answersTitle}>
      <dl className="roles">
        {given.map(({ key, kind, label }) => <div key={key}><dt>{label}</dt><dd>{shown(kind, answers.values[key] ?? [])}</dd></div>)}
        {answers.needs.length > 0 || answers.needsDetail ? (
          <div><dt>{say.needsTitle}</dt><dd>{[...answers.needs.map((kind) => vocabulary.needKinds[kind]), answers.needsDetail].filter(Boolean).join(', ')}</dd></div>
        ) : null}
        {files.map(({ key, label, file, required }) => (
          <div key={key}><dt>{label}</dt><dd>{file ? <a href={addresses.answerFile(me.token, key)}>{file.name}</a> : say.answersNone}{file && required ? <small>{say.fileNeeded}</small> : null}</dd></div>
        ))}
      </dl>
      {files.filter(({ file, required }) => file && !required).map(({ key, file }) => (
        <form key={key} className="edit" action={addresses.answerFile(me.token, key)} method="post" encType="multipart/form-data">
          <input type="hidden" name={FORM_TOKEN_FIELD} value={answersToken} />
          <SubmitButton kind="secondary" name="remove">{say.fileRemoveNamed(file!.name)}</SubmitButton>
        </form>
      ))}
    </Section>
  )
}

function kilobytes(language: 'de' | 'en', bytes: number): string {
  return Math.max(1, Math.round(bytes / 1000)).toLocaleString(language)
}
