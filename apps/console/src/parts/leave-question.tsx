import { useLanguage } from '../language.js'
import { Button } from './button.js'
import { useModal } from './modal.js'
import { useLeaveQuestion } from './unsaved.js'

/** Asks before typed text is lost on the way to another page of the console. Escape and the first button stay. */
export function LeaveQuestion() {
  const question = useLeaveQuestion()
  return question === null ? null : <Question {...question} />
}

function Question({ stay, discard }: { stay: () => void; discard: () => void }) {
  const { t } = useLanguage()
  const dialog = useModal()
  return (
    <dialog ref={dialog} className="dlg" aria-labelledby="leave-h" aria-describedby="leave-c" onClose={stay}>
      <h2 id="leave-h">{t.leave.title}</h2>
      <p className="dlg-text" id="leave-c">{t.leave.text}</p>
      <div className="dlg-acts">
        <Button rank="primary" onClick={stay}>{t.leave.stay}</Button>
        <Button onClick={discard}>{t.leave.discard}</Button>
      </div>
    </dialog>
  )
}
