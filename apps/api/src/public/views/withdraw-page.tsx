import { addresses } from '@app/contracts'
import { words } from '@app/i18n'
import { ButtonLink, SubmitButton } from '@app/ui'
import { EventAside, EventName } from './event-aside.js'
import { MessagePage, OneButtonForm } from './message-page.js'
import { FORM_TOKEN_FIELD, type WithdrawProps } from './view-models.js'

/** Withdrawal: what it means, one button, and afterwards what has happened. */
export function WithdrawPage({ frame, event, hasPage, name, state }: WithdrawProps) {
  const { language } = frame
  const say = words(language).withdraw
  const texts = {
    open: [say.title, say.text], withdrawn: [say.doneTitle, say.doneText], impossible: [say.impossibleTitle, say.impossibleText],
  } as const
  const [title, text] = texts[state.kind]
  return (
    <MessagePage
      frame={frame} title={title} text={text} aside={<EventAside frame={frame} event={event} hasPage={hasPage} />}
      kick={<>{name} · <EventName frame={frame} event={event} hasPage={hasPage} /></>}
    >
      {state.kind === 'open' ? (
        <OneButtonForm action={state.action} hidden={{ [FORM_TOKEN_FIELD]: state.formToken }}>
          <SubmitButton>{say.button}</SubmitButton>
          <a href={state.personalPath}>{say.keep}</a>
        </OneButtonForm>
      ) : state.kind === 'withdrawn' ? (
        hasPage ? <div className="acts"><a href={addresses.event(language, event.slug)}>{say.toEvent}</a></div> : null
      ) : (
        <div className="acts"><ButtonLink kind="secondary" href={state.personalPath}>{say.toPersonal}</ButtonLink></div>
      )}
    </MessagePage>
  )
}
