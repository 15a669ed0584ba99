/** Parts of an event that name it. */
export interface NamedEvent {
  title: string | null
  editionNo: number | null
}

/** What an event is called where it needs a name: its title, or else "3. Netzwerktreffen". */
export function eventTitle({ title, editionNo }: NamedEvent, formatName: string): string {
  return title ?? (editionNo === null ? formatName : `${editionNo}. ${formatName}`)
}

const TITLE_LENGTH = 60

/** The text from which the web address of an event is made: title or edition, then city and year where the title does not name them. */
export function eventSlugText(event: NamedEvent & { formatName: string; city: string | null; year: string | null }): string {
  const points = [...eventTitle(event, event.formatName)]
  const whole = points.slice(0, TITLE_LENGTH).join('')
  const title = points.length > TITLE_LENGTH ? whole.slice(0, Math.max(whole.lastIndexOf(' '), 1)) : whole
  const parts = [event.city, event.year].filter((part) => part !== null && !title.toLowerCase().includes(part.toLowerCase()))
  return [title, ...parts].join(' ')
}

/** The day by which an event is put in order: its first, or the beginning of the year or month that is known. */
export function sortDay(days: readonly { onDate: string }[], dateHint: string | null): string | null {
  const first = days.map(({ onDate }) => onDate).sort()[0]
  if (first) return first
  return dateHint === null ? null : `${dateHint}-01-01`.slice(0, 10)
}
