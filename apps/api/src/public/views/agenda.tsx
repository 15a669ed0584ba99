import type { AgendaKind, PublicAgendaItem, PublicContribution, PublicEvent } from '@app/contracts'
import { formatDayMonth, formatTime, weekdayOf, words } from '@app/i18n'
import { contributionLine } from './people.js'
import { contentLanguage } from './layout.js'
import type { PageFrame } from './view-models.js'

const QUIET: readonly AgendaKind[] = ['break', 'meal', 'arrival']
const PLAIN: readonly AgendaKind[] = ['other', 'break', 'meal', 'arrival', 'workshop', 'workshop_round', 'closing', 'grusswort', 'signing']

/** The programme by day, with the heading of the day in the margin. Workshops stand under their round with a letter. */
export function Agenda({ frame, event }: { frame: PageFrame; event: PublicEvent }) {
  const { language } = frame
  const say = words(language).event
  const { agenda } = event
  const top = agenda.filter((item) => item.parentId === null)
  if (top.length === 0) return null
  const firstDay = event.days.length === 1 ? (event.days[0]?.date ?? null) : null
  const days = [...new Set(top.map((item) => item.date ?? firstDay))].sort((a, b) => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
  const letters = lettersOf(agenda)
  return (
    <>
      <h2 className="vh" id="programm">{say.programme}</h2>
      {days.map((day) => (
        <section className="mg mg--day" key={day ?? 'none'}>
          {day === null ? <h3>{say.programme}</h3> : <h3>{weekdayOf(language, day)}<small>{formatDayMonth(language, day)}</small></h3>}
          <ol className={top.some((item) => item.startsAt) ? 'ag' : 'ag ag--untimed'}>
            {top.filter((item) => (item.date ?? firstDay) === day).map((item, i, ofDay) => (
              <AgendaRow key={item.id} frame={frame} item={item} inside={agenda.filter((one) => one.parentId === item.id)} letters={letters} next={ofDay[i + 1]} />
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}

/** Letters of the workshops through the whole event: A, B … Z, then numbers. */
function lettersOf(agenda: readonly PublicAgendaItem[]): Map<string, string> {
  const workshops = agenda.filter((item) => item.parentId !== null)
  return new Map(workshops.map((item, i) => [item.id, i < 26 ? String.fromCharCode(65 + i) : String(i + 1)]))
}

interface RowProps {
  frame: PageFrame
  item: PublicAgendaItem
  inside: readonly PublicAgendaItem[]
  letters: Map<string, string>
  next: PublicAgendaItem | undefined
}

function AgendaRow({ frame, item, inside, letters, next }: RowProps) {
  const { language } = frame
  const { event: say, vocabulary } = words(language)
  const kind = PLAIN.includes(item.kind) ? null : vocabulary.agendaKinds[item.kind]
  const people = item.contributions.map((one) => contributionLine(language, one, item.kind === 'podium' ? 'podium' : undefined))
  const who = [kind === item.title ? null : kind, ...people].filter((part) => part).join(' · ')
  // An end is worth a line only when the next item does not begin with it.
  const until = item.endsAt && item.endsAt !== next?.startsAt ? say.until(formatTime(language, item.endsAt)) : null
  return (
    <li className={QUIET.includes(item.kind) ? 'is-break' : undefined}>
      {item.startsAt ? <time dateTime={item.startsAt}>{item.startsAt}</time> : <span className="body-s m">{say.withoutTime}</span>}
      <div lang={contentLanguage(frame)}>
        <p className="t">{item.title}</p>
        {who ? <p className="w">{who}</p> : null}
        {item.description ? <p className="w">{item.description}</p> : null}
        {until ? <p className="w" lang={language}>{until}</p> : null}
      </div>
      <p className="r">{item.room}</p>
      {inside.length ? (
        <ul className="ws" lang={contentLanguage(frame)}>
          {inside.map((one) => (
            <li key={one.id}>
              <b>{letters.get(one.id)}</b>
              <span>
                {one.title}
                <span className="m">{detailOf(one, language)}</span>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  )
}

function detailOf(item: PublicAgendaItem, language: PageFrame['language']): string {
  const people: PublicContribution[] = item.contributions
  return [item.room, ...people.map((one) => contributionLine(language, one))].filter((part) => part).join(' · ')
}
