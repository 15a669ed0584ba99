import type { FormatQuestions } from '@app/contracts'
import { formatDay } from '@app/i18n'
import { useLanguage } from '../language.js'
import { ConflictDialog } from '../parts/conflict-dialog.js'
import type { Clash } from '../parts/shared-save.js'

/** Both versions of the questions, or of the support offered, that two people have changed. */
export function QuestionsConflict({ clash }: { clash: Clash<FormatQuestions> }) {
  const { t, v, language } = useLanguage()
  const q = t.questions
  const questionsOf = ({ questions }: FormatQuestions) =>
    questions.map(({ label, kind, options, help, required, special, shownIf }, index) => {
      const facts = [
        options.length > 0 ? `${v.questionKinds[kind]}: ${options.join(', ')}` : v.questionKinds[kind], required ? q.required : '', special ? q.specialShort : '',
        shownIf === null ? '' : q.onlyAfter(questions.find(({ key }) => key === shownIf.question)?.label ?? ''), help ?? '',
      ]
      return `${index + 1}. ${label} (${facts.filter((fact) => fact !== '').join(' · ')})`
    })
  const needsOf = ({ needs }: FormatQuestions) => needs.map(({ kind, bookBy }) => (bookBy === null ? v.needKinds[kind] : `${v.needKinds[kind]}, ${q.bookBy} ${formatDay(language, bookBy)}`))
  const labels = { questions: q.title, needs: q.needsTitle }
  return (
    <ConflictDialog
      names={clash.names} labelOf={(name) => labels[name]} onSettle={clash.settle} onClose={clash.leave}
      textOf={(name, choice) => {
        const version = choice === 'mine' ? clash.mine : clash.saved
        return (name === 'questions' ? questionsOf(version) : needsOf(version)).join('\n') || t.conflict.empty
      }}
    />
  )
}
