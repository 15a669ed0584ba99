import { formatDay } from '@app/i18n'
import type { ErasurePlan } from '@app/contracts'
import { type Texts, useLanguage } from '../language.js'
import { Confirm } from '../parts/confirm.js'
import { useToast } from '../parts/toast.js'
import { useErase, useErasurePlan } from './privacy-queries.js'

/** The question before a person is forgotten: event by event what goes and what has to stay. */
export function Erase({ person, onClose, onErased }: { person: { id: string; name: string }; onClose: () => void; onErased: () => void }) {
  const { t, language } = useLanguage()
  const p = t.privacy
  const say = useToast()
  const { data: plan, error } = useErasurePlan(person.id)
  const erase = useErase(person.id)
  const confirm = (reason: string) => {
    if (plan === undefined) return
    void erase.mutateAsync({ reason, participations: plan.lines.length }).then(() => {
      say(p.done(person.name))
      onErased()
    }, () => undefined)
  }
  return (
    <Confirm
      title={p.ask(person.name)} action={p.confirm} pending={erase.isPending || (plan === undefined && error === null)} error={erase.error ?? error}
      consequences={plan === undefined ? [t.loading] : consequences(plan, language, t)} reasonLabel={p.reason} reasonHint={p.reasonHint} needsReason
      onConfirm={confirm} onClose={onClose}
    />
  )
}

function consequences({ lines, contacts, hasAccount }: ErasurePlan, language: 'de' | 'en', t: Texts): string[] {
  const p = t.privacy
  return [
    ...lines.map(({ event, fate, until }) => p.fates[fate](event, until === null ? '' : formatDay(language, until))),
    ...(contacts === 0 ? [] : [p.contacts(contacts)]),
    ...(hasAccount ? [p.account] : []),
    p.noMail,
  ]
}
