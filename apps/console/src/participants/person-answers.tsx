import type { ReactNode } from 'react'
import { operations, type EventDetail, type ParticipantRow, type PersonAnswers as Answers } from '@app/contracts'
import { formatNumber } from '@app/i18n'
import { Icon } from '@app/ui'
import { addressOf } from '../api.js'
import { useLanguage } from '../language.js'
import { answerWords } from '../needs/answer-words.js'
import { Trouble } from '../parts/feedback.js'
import { useAnswers } from '../queries.js'
import { RevokeConsent } from './consents.js'

/**
 * What a person answered and needs. What the own roles may not read is a lock that says who may; files are downloads.
 * @param props.children how it is changed; shown where there is something to change
 */
export function PersonAnswers({ event, person, children }: { event: EventDetail; person: ParticipantRow; children: ReactNode }) {
  const { t, v } = useLanguage()
  const a = t.answers
  const { data, error, refetch } = useAnswers(event.id, person.id)
  if (data === undefined) return error === null ? null : <Trouble error={error} onRetry={() => void refetch()} />
  return (
    <>
      {data.items.length === 0 ? null : (
        <>
          <h3>{a.title}</h3>
          <dl className="an">
            {data.items.map((item) => <div key={item.key}><dt>{item.label}</dt><dd><Answer item={item} href={fileOf(event, person, item.key)} /></dd></div>)}
          </dl>
        </>
      )}
      {data.needsLocked || data.needs !== null ? <h3>{t.nav.support}</h3> : null}
      {data.needsLocked ? <Lock /> : null}
      {data.needs === null ? null : (
        <>
          {data.needs.kinds.length === 0 ? null : <ul className="an-n">{data.needs.kinds.map((kind) => <li key={kind}>{v.needKinds[kind]}</li>)}</ul>}
          {data.needs.detail === null ? null : <p className="pre">{data.needs.detail}</p>}
        </>
      )}
      {event.may.includes('people.write') && holdsSealed(data) ? <p>{a.specialName} <RevokeConsent event={event} person={person} purpose="special" /></p> : null}
      {data.items.some(({ locked, kind, file }) => !locked && (kind !== 'file' || file !== null)) || (data.offersNeeds && !data.needsLocked) ? children : null}
    </>
  )
}

/** Something that only the role `needs` reads, as that role sees it. */
const holdsSealed = ({ items, needs }: Answers) => needs !== null || items.some(({ special, values, file }) => special && (values.length > 0 || file !== null))

const fileOf = (event: EventDetail, person: ParticipantRow, key: string) => addressOf(operations.readAnswerFile, { id: event.id, participantId: person.id, key })

function Answer({ item: { kind, values, locked, file }, href }: { item: Answers['items'][number]; href: string }) {
  const { t, language } = useLanguage()
  const a = t.answers
  if (locked) return <Lock />
  if (file !== null) return <><a href={href}>{file.name}</a> <small>{a.size(formatNumber(language, Math.max(1, Math.round(file.bytes / 1000))))}</small></>
  return values.length === 0 ? <span className="m">{kind === 'file' ? a.noFile : a.none}</span> : <span className="pre">{answerWords(kind, values, language, t.needs.ticked)}</span>
}

function Lock() {
  const { t, v } = useLanguage()
  return <span className="lock"><Icon name="lock" /><span>{t.answers.locked(v.roles.needs)}</span></span>
}
