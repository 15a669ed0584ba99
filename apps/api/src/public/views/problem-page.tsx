import { addresses } from '@app/contracts'
import { words } from '@app/i18n'
import { ButtonLink } from '@app/ui'
import { MessagePage } from './message-page.js'
import type { ProblemKind, ProblemProps } from './view-models.js'

/** Everything that goes wrong, in words that say what to do next. No reason inside the system is told. */
export function ProblemPage({ frame, kind, requestId, retryAfter, formPath, said }: ProblemProps) {
  const say = words(frame.language).problem
  const texts: Record<ProblemKind, [string, string]> = {
    not_found: [say.notFoundTitle, say.notFoundText],
    gone: [say.goneTitle, say.goneText],
    error: [say.errorTitle, say.errorText],
    too_many: [say.tooManyTitle, say.tooManyText(retryAfter === undefined ? null : Math.max(1, Math.ceil(retryAfter / 60)))],
    form_expired: [say.formExpiredTitle, say.formExpiredText],
    bad_request: [say.badRequestTitle, say.badRequestText],
    unavailable: [say.unavailableTitle, say.unavailableText],
  }
  const [title, text] = said ? [said.title, said.text] : texts[kind]
  return (
    <MessagePage frame={frame} title={title} text={<><p>{text}</p>{requestId ? <p className="body-s m">{say.requestId(requestId)}</p> : null}</>}>
      <div className="acts">
        {formPath ? <ButtonLink href={formPath}>{say.openAgain}</ButtonLink> : null}
        <a href={addresses.home(frame.language)}>{say.home}</a>
      </div>
    </MessagePage>
  )
}
