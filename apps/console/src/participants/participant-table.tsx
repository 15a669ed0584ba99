import type { ParticipantRow } from '@app/contracts'
import { StandingGlyph } from '@app/ui'
import { useLanguage } from '../language.js'
import { todayHere } from '../today.js'
import { belonging, listName, shortDay, sinceOf } from './person-words.js'

interface Props {
  rows: readonly ParticipantRow[]
  /** The person whose panel is open. */
  current: string | null
  timeZone: string
  hrefOf: (id: string) => string
  onOpen: (id: string) => void
}

/** 33 px rows, name first; on the phone the same rows in two lines. A click anywhere opens the panel, the link is the name. */
export function ParticipantTable({ rows, current, timeZone, hrefOf, onOpen }: Props) {
  const { t, v, language } = useLanguage()
  const today = todayHere()
  return (
    <div className="tb-w">
      <table className="t t--d lst lst--p">
        <caption className="vh">{t.list.table}</caption>
        <thead>
          <tr>
            <th scope="col" aria-sort="ascending">{t.list.name}</th><th scope="col">{t.list.belonging}</th><th scope="col">{t.list.land}</th>
            <th scope="col">{t.list.standing}</th><th scope="col" className="r">{t.list.since}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.id === current ? 'cur' : undefined} onClick={() => onOpen(row.id)}>
              <th scope="row">
                <a
                  id={`row-${row.id}`} href={`/console${hrefOf(row.id)}`} aria-current={row.id === current || undefined}
                  onClick={(event) => {
                    if (event.metaKey || event.ctrlKey || event.shiftKey) return event.stopPropagation()
                    event.preventDefault()
                  }}
                >{listName(row)}</a>
              </th>
              <td className="el" title={belonging(row)}>{belonging(row)}</td>
              <td className="ld">{row.land === null ? '' : <abbr title={v.lands[row.land]}>{row.land.slice(3)}</abbr>}</td>
              <td className="stc"><StandingGlyph standing={row.standing} position={row.waitingPosition} language={language} /></td>
              <td className="hd-s r">{shortDay(sinceOf(row), timeZone, language, today)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
