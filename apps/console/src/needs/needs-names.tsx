import { Link } from 'wouter'
import { operations, type EventDetail, type NeedsRow } from '@app/contracts'
import { Icon, StateGlyph } from '@app/ui'
import { addressOf } from '../api.js'
import { useLanguage } from '../language.js'
import { EMPTY_ADDRESS, writeAddress } from '../participants/address.js'
import { OuterLink } from '../parts/button.js'
import { Email } from '../parts/email.js'
import { Empty, Loading, Trouble } from '../parts/feedback.js'
import { answerWords } from './answer-words.js'
import { useNeeds } from './need-queries.js'

/** Who needs what, for the role that arranges it; for everybody else a lock that says who may. */
export function NeedsNames({ event }: { event: EventDetail }) {
  const { t, v } = useLanguage()
  const n = t.needs
  return (
    <section className="sec grp" aria-labelledby="h-names">
      <header><h2 id="h-names">{n.namesTitle}</h2></header>
      {event.may.includes('needs.read') ? <Names event={event} /> : <p className="lock"><Icon name="lock" /><span>{n.locked(v.roles.needs)}</span></p>}
    </section>
  )
}

function Names({ event }: { event: EventDetail }) {
  const { t } = useLanguage()
  const n = t.needs
  const { data: rows, error, refetch } = useNeeds(event.id)
  if (rows === undefined) return error === null ? <Loading rows={8} /> : <Trouble error={error} onRetry={() => void refetch()} />
  if (rows.length === 0) return <Empty title={n.nobodyTitle}>{n.nobodyText}</Empty>
  return (
    <>
      <div className="cnt">
        <output><b>{t.list.people(rows.length)}</b>, {t.list.byName}</output>
        <span className="ex"><OuterLink rank="tertiary" small icon="download" href={addressOf(operations.needsCsv, { id: event.id })}>{n.csv(rows.length)}</OuterLink></span>
      </div>
      <div className="tb-w">
        <table className="t t--d rl nn">
          <caption className="vh">{n.namesTitle}</caption>
          <thead><tr><th scope="col">{t.list.name}</th><th scope="col">{n.need}</th><th scope="col">{n.reach}</th><th scope="col">{t.list.standing}</th></tr></thead>
          <tbody>{rows.map((row) => <Row key={row.participantId} event={event} row={row} />)}</tbody>
        </table>
      </div>
    </>
  )
}

const fileOf = (event: EventDetail, participantId: string, question: string) => addressOf(operations.readNeedsFile, { id: event.id, participantId, question })

function Row({ event, row: { participantId, name, organisation, email, phone, place, kinds, detail, answers } }: { event: EventDetail; row: NeedsRow }) {
  const { t, v, language } = useLanguage()
  const n = t.needs
  const person = `/veranstaltungen/${event.id}/personen${writeAddress({ ...EMPTY_ADDRESS, q: name.replace(',', ''), person: participantId })}`
  return (
    <tr>
      <th scope="row">{event.may.includes('people.read') ? <Link href={person}>{name}</Link> : name}{organisation === null ? null : <small>{organisation}</small>}</th>
      <td>
        {kinds.length === 0 ? null : <p>{kinds.map((kind) => v.needKinds[kind]).join(', ')}</p>}
        {detail === null ? null : <p className="pre">{detail}</p>}
        {answers.map(({ key, label, kind, values }) => <p key={key}><span className="m">{label}</span> {kind === 'file' ? <a href={fileOf(event, participantId, key)} download>{values.join()}</a> : answerWords(kind, values, language, n.ticked)}</p>)}
      </td>
      <td>{email === null ? null : <p><a href={`mailto:${email}`}><Email address={email} /></a></p>}{phone === null ? null : <p>{phone}</p>}{email === null && phone === null ? n.noReach : null}</td>
      <td>{place === 'confirmed' ? <StateGlyph icon="place" tone="ok" word={n.comes} /> : <StateGlyph icon="waiting" tone="wait" word={n.waits} />}</td>
    </tr>
  )
}
