import { Link } from 'wouter'
import type { EventDetail, OutboxItem } from '@app/contracts'
import { StateGlyph } from '@app/ui'
import { useLanguage } from '../language.js'
import { Button } from '../parts/button.js'
import { EMPTY_ADDRESS, writeAddress } from '../participants/address.js'
import { todayHere } from '../today.js'
import { outboxLook, outboxMoment, outboxSentences } from './outbox-words.js'

interface Props {
  rows: readonly OutboxItem[]
  event: EventDetail
  /** Id of the mail that is being asked for again. */
  pending: string | null
  onAgain: (item: OutboxItem) => void
}

/** Name first, then what was said and where it stands with the reason below; on the phone one under the other. */
export function OutboxTable({ rows, event, pending, onAgain }: Props) {
  const { t } = useLanguage()
  return (
    <div className="tb-w">
      <table className="t t--d ob">
        <caption className="vh">{t.outbox.table}</caption>
        <thead>
          <tr>
            <th scope="col">{t.outbox.person}</th><th scope="col">{t.outbox.what}</th><th scope="col">{t.outbox.standing}</th>
            <th scope="col" className="r">{t.outbox.when}</th><th scope="col"><span className="vh">{t.outbox.action}</span></th>
          </tr>
        </thead>
        <tbody>{rows.map((row) => <Row key={row.id} item={row} event={event} isPending={row.id === pending} onAgain={onAgain} />)}</tbody>
      </table>
    </div>
  )
}

function Row({ item, event, isPending, onAgain }: { item: OutboxItem; event: EventDetail; isPending: boolean; onAgain: Props['onAgain'] }) {
  const { t, language } = useLanguage()
  const today = todayHere()
  const name = item.person?.name ?? t.outbox.erased
  const sentences = outboxSentences(item, event.timeZone, language, today, t)
  return (
    <tr>
      <th scope="row">{item.person === null ? <span className="m">{name}</span> : <Link href={personPath(event.id, item.person)}>{name}</Link>}</th>
      <td className="ob-w" title={item.subject ?? undefined}>{item.what}</td>
      <td className="ob-s">
        <StateGlyph {...outboxLook(item, language, t)} />
        {sentences.length === 0 ? null : <small>{sentences.join(' ')}</small>}
        {item.advice === null ? null : <small className="ob-do">{item.advice}</small>}
      </td>
      <td className="ob-t r">{outboxMoment(item, event.timeZone, language, today)}</td>
      <td className="ob-a">
        {item.mayBeSentAgain && event.may.includes('mail.send') ? <Button small pending={isPending} aria-label={t.outbox.againTo(item.what, name)} onClick={() => onAgain(item)}>{t.outbox.again}</Button> : null}
      </td>
    </tr>
  )
}

/** The person in the list of people; the search makes sure that the person is on its first page. */
function personPath(eventId: string, { id, name }: { id: string; name: string }): string {
  return `/veranstaltungen/${eventId}/personen${writeAddress({ ...EMPTY_ADDRESS, q: name.split(' ').at(-1) ?? '', person: id })}`
}
