import { words } from '@app/i18n'
import { ButtonLink, SubmitButton } from '@app/ui'
import { dateSentence, eventTitle, venueLine } from './event-words.js'
import { contentLanguage } from './layout.js'
import { MessagePage, OneButtonForm } from './message-page.js'
import { FORM_TOKEN_FIELD, type ConfirmProps } from './view-models.js'

/** What the link in the mail opens: it shows what will be confirmed; only the button confirms. */
export function ConfirmPage({ frame, state }: ConfirmProps) {
  const { language } = frame
  const say = words(language).confirm
  if (state.kind === 'confirmed') {
    return (
      <MessagePage frame={frame} title={say.confirmedTitle} text={say.confirmedText}>
        {state.personalPath ? <div className="acts"><ButtonLink href={state.personalPath}>{say.toPersonal}</ButtonLink></div> : null}
      </MessagePage>
    )
  }
  if (state.kind === 'expired') {
    return (
      <MessagePage frame={frame} title={say.expiredTitle} text={say.expiredText}>
        {state.registrationPath ? <div className="acts"><ButtonLink href={state.registrationPath}>{say.registerAgain}</ButtonLink></div> : null}
      </MessagePage>
    )
  }
  const { subject } = state
  return (
    <MessagePage frame={frame} title={say.openTitle} text={say.openText}>
      <dl className="roles roles--form">
        <div>
          <dt>{say.event}</dt>
          <dd>
            <span lang={contentLanguage(frame)}>{eventTitle(language, subject.event)}</span>
            <small>{[dateSentence(language, subject.event), venueLine(subject.event)].filter((part) => part).join(', ')}</small>
          </dd>
        </div>
        <div><dt>{say.name}</dt><dd>{subject.name}</dd></div>
        <div><dt>{say.email}</dt><dd>{subject.email}</dd></div>
        {subject.organisation ? <div><dt>{say.organisation}</dt><dd>{subject.organisation}</dd></div> : null}
      </dl>
      <OneButtonForm action={state.action} hidden={{ [FORM_TOKEN_FIELD]: state.formToken }}>
        <SubmitButton>{say.button}</SubmitButton>
      </OneButtonForm>
    </MessagePage>
  )
}
