import { addresses, type PublicEvent } from '@app/contracts'
import { listWords, words } from '@app/i18n'
import { CheckField, ErrorSummary, fieldId, FieldError, SubmitButton, TextField } from '@app/ui'
import type { ReactNode } from 'react'
import { EventAside } from './event-aside.js'
import { eventTitle, leadsToWaiting, placeWord, registrationSentence } from './event-words.js'
import { contentLanguage, Layout } from './layout.js'
import { BodyFields, errorOf, ReachFields, SalutationFields, type PersonForm } from './person-fields.js'
import { answerFields, NeedFields, QuestionFields, SpecialConsentField, type AnswerForm } from './question-fields.js'
import { Trap } from './trap.js'
import { FORM_TOKEN_FIELD, REGISTRATION_FIELDS, type PageFrame, type RegistrationProps } from './view-models.js'

/** The form of registration, with what was typed and what is wrong with it. */
export function RegistrationPage({ frame, event, formToken, values, asks, answers, consents, errors }: RegistrationProps) {
  const { language } = frame
  const { registration: say, fields } = words(language)
  const form: PersonForm = { language, values, errors }
  const answerForm: AnswerForm = { language, errors, asks, answers }
  const hasQuestions = asks.questions.length > 0
  const hasNeeds = asks.needs.length > 0
  const no = { needs: hasQuestions ? 5 : 4, consent: 4 + Number(hasQuestions) + Number(hasNeeds) }
  const place = placeWord(language, event)
  const waiting = leadsToWaiting(event)
  return (
    <Layout frame={frame} title={`${say.title}: ${eventTitle(language, event)}`} hasErrors={errors.length > 0}>
      <div className="wrap fo">
        <div>
          <p className="kick">
            <a href={addresses.event(language, event.slug)} lang={contentLanguage(frame)}>{eventTitle(language, event)}</a>
            {place ? ` · ${place}` : null}
          </p>
          <h1 className="h1--m">{event.registration.open ? say.title : say.closedTitle}</h1>
          {event.registration.open ? (
            <>
              <ErrorSummary title={fields.summary(errors.length)} problems={errors} fields={[...REGISTRATION_FIELDS.filter((name) => name !== 'consents'), ...answerFields(asks), 'consents']} />
              <form action={addresses.registration(language, event.slug)} method="post" noValidate>
                <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
                <Trap language={language} />
                <Part no={1} title={say.person}>
                  <SalutationFields form={form} />
                  <div className="two">
                    <TextField name="givenName" label={fields.labels.givenName} error={errorOf(form, 'givenName')} value={values.givenName} autoComplete="given-name" />
                    <TextField name="familyName" label={fields.labels.familyName} error={errorOf(form, 'familyName')} value={values.familyName} autoComplete="family-name" />
                  </div>
                  <p className="hint hint--after">{say.nameHint}</p>
                </Part>
                <Part no={2} title={say.contact}>
                  <TextField name="email" type="email" label={fields.labels.email} hint={say.emailHint} error={errorOf(form, 'email')} value={values.email} autoComplete="email" required />
                  <ReachFields form={form} />
                </Part>
                <Part no={3} title={say.body}>
                  <BodyFields form={form} groups={event.groups} />
                </Part>
                {hasQuestions ? (
                  <Part no={4} title={say.questions}>
                    <QuestionFields form={answerForm} />
                    {hasNeeds ? null : <SpecialConsentField form={answerForm} />}
                  </Part>
                ) : null}
                {hasNeeds ? (
                  <Part no={no.needs} title={say.needs}>
                    <NeedFields form={answerForm} isTitled />
                    <SpecialConsentField form={answerForm} />
                  </Part>
                ) : null}
                {asks.consents.length > 0 ? (
                  <Part no={no.consent} title={say.consent}>
                    <Consents form={form} wordings={asks.consents} given={consents} />
                  </Part>
                ) : null}
                <PrivacyNotice frame={frame} event={event} />
                <div className="send">
                  <SubmitButton>{waiting ? say.submitWaiting : say.submit}</SubmitButton>
                  <p>{say.afterSubmit}</p>
                </div>
              </form>
            </>
          ) : (
            <>
              <p className="lead">{registrationSentence(language, event)}</p>
              <div className="acts"><a href={addresses.event(language, event.slug)}>{say.toEvent}</a></div>
            </>
          )}
        </div>
        <EventAside frame={frame} event={event}>
          {event.registration.open ? (
            <>
              <h2>{say.next}</h2>
              <p>{waiting ? say.nextWaiting : event.admission === 'open' ? say.nextOpen : say.nextApproval}</p>
            </>
          ) : null}
        </EventAside>
      </div>
    </Layout>
  )
}

function Part({ no, title, children }: { no: number; title: string; children: ReactNode }) {
  return (
    <section className="mg">
      <h2><span>{no}</span> {title}</h2>
      <div>{children}</div>
    </section>
  )
}

function Consents({ form, wordings, given }: { form: PersonForm; wordings: RegistrationProps['asks']['consents']; given: readonly string[] }) {
  const { registration: say, fields } = words(form.language)
  const error = errorOf(form, 'consents')
  const name = fieldId('consents')
  return (
    <fieldset className={error ? 'fs fs--e' : 'fs'} aria-describedby={error ? `${name}-h ${name}-e` : `${name}-h`}>
      <legend className="vh">{say.consent}</legend>
      <p className="hint" id={`${name}-h`}>{say.consentHint}</p>
      <div className="opts opts--1">
        {wordings.map(({ purpose, text }, i) => (
          <CheckField
            key={purpose} name="consents" id={i === 0 ? name : `${name}-${i}`} value={purpose} checked={given.includes(purpose)}
            label={<>{text} <span className="m">({fields.optional})</span></>}
          />
        ))}
      </div>
      {error ? <FieldError id={`${name}-e`}>{error}</FieldError> : null}
    </fieldset>
  )
}

/** The gist of the information under Art. 13 GDPR, with the whole text of each responsible host one click away. */
function PrivacyNotice({ frame, event }: { frame: PageFrame; event: PublicEvent }) {
  const { language } = frame
  const say = words(language).registration
  if (event.hosts.length === 0) return null
  return (
    <section className="note" aria-labelledby="datenschutz">
      <h2 className="note-t" id="datenschutz">{say.privacyTitle}</h2>
      <p>{say.privacyText(listWords(language, event.hosts.map((host) => host.name)))}{event.hosts.length > 1 ? ` ${say.joint}` : ''}</p>
      <ul>
        {event.hosts.map((host) => <li key={host.slug}><a href={addresses.legal(language, host.slug, 'privacy')}>{say.privacyLink(host.name)}</a></li>)}
      </ul>
    </section>
  )
}
