import { addresses } from '@app/contracts'
import { words } from '@app/i18n'
import { SubmitButton } from '@app/ui'
import { MessagePage, OneButtonForm } from './message-page.js'
import { FORM_TOKEN_FIELD, type SignInLinkProps } from './view-models.js'

/** A one-time sign-in link: opening it does nothing, the button signs in. */
export function SignInLinkPage({ frame, state }: SignInLinkProps) {
  const say = words(frame.language).signIn
  if (state.kind === 'expired') {
    return (
      <MessagePage frame={frame} title={say.expiredTitle} text={say.expiredText}>
        <div className="acts"><a href={addresses.console()}>{say.toConsole}</a></div>
      </MessagePage>
    )
  }
  return (
    <MessagePage frame={frame} title={say.title} text={frame.demo ? say.textDemo : say.text}>
      <OneButtonForm action={state.action} hidden={{ [FORM_TOKEN_FIELD]: state.formToken }}>
        <SubmitButton>{say.as(state.name)}</SubmitButton>
      </OneButtonForm>
    </MessagePage>
  )
}
