import { type ReactNode, useId } from 'react'
import { useLanguage } from '../language.js'

export interface CountRow {
  key: string
  word: string
  /** Beside the word: the day by which it must be booked. */
  note?: ReactNode
  confirmed: number
  waiting: number
}

interface Props {
  caption: string
  head: string
  rows: readonly CountRow[]
  /** People behind the longest bar of the whole screen: all bars have the same measure. */
  most: number
  noteHead?: string
}

/** How many people with a place, and how many who wait for one, as numbers and as a bar: solid, then hatched. Zero stays visible. */
export function CountTable({ caption, head, rows, most, noteHead }: Props) {
  const { t } = useLanguage()
  const n = t.needs
  return (
    <div className="tb-w">
      <table className="t t--d rl nt">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>{noteHead === undefined ? null : <th scope="col">{noteHead}</th>}
            <th scope="col" className="r"><span className="sw sw--seat" aria-hidden="true" /> {n.confirmed}</th>
            <th scope="col" className="r"><span className="sw sw--wait" aria-hidden="true" /> {n.waiting}</th>
            <th scope="col" className="nt-b"><span className="vh">{n.bar}</span></th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, word, note, confirmed, waiting }) => (
            <tr key={key}>
              <th scope="row">{word}</th>
              {noteHead === undefined ? null : <td>{note}</td>}
              <td className="r">{confirmed}<span className="only-s"> {n.confirmedShort}</span></td>
              <td className="r">{waiting}<span className="only-s"> {n.waitingShort}</span></td>
              <td className="nt-b"><Bar confirmed={confirmed} waiting={waiting} most={most} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The numbers stand beside it in words, so it says nothing to a screen reader. */
function Bar({ confirmed, waiting, most }: { confirmed: number; waiting: number; most: number }) {
  const id = useId()
  const width = (count: number) => `${most === 0 ? 0 : (count / most) * 100}%`
  return (
    <svg aria-hidden="true">
      <defs>
        <pattern id={id} className="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" /><line x1="1.5" y1="0" x2="1.5" y2="6" />
        </pattern>
      </defs>
      <rect className="f-track" width="100%" height="10" />
      {confirmed === 0 ? null : <rect className="f-seat" width={width(confirmed)} height="10" />}
      {waiting === 0 ? null : <rect fill={`url(#${id})`} x={width(confirmed)} width={width(waiting)} height="10" />}
    </svg>
  )
}
