import { parseLine, unfoldLines, type ContentLine } from './calendar-lines.js'

const LARGEST = 150_000
const ONCE_IN_CALENDAR = ['VERSION', 'PRODID', 'METHOD']
const ONCE_IN_EVENT = ['UID', 'SEQUENCE', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'STATUS', 'ORGANIZER', 'ATTENDEE']

interface PlacedLine extends ContentLine {
  path: string
}

/**
 * Reads a finished calendar message again, line by line, and says what is wrong with it; an empty list means it may be sent. It knows nothing of
 * how the text was made, so an escaped-out name or a fault of the generator is caught before anybody receives it.
 */
export function lintCalendar(text: string): string[] {
  const problems: string[] = []
  if (text.length > LARGEST) return ['larger than 150 kB']
  if (/(?<!\r)\n|\r(?!\n)/.test(text)) problems.push('a line that does not end in CRLF')
  if (!text.endsWith('END:VCALENDAR\r\n')) problems.push('no CRLF after END:VCALENDAR')
  if (/(?![\r\n])\p{Cc}/u.test(text)) problems.push('a control character')
  if (text.split('\r\n').some((line) => Buffer.byteLength(line) > 75)) problems.push('a line longer than 75 octets')
  const lines = placed(text, problems)
  const inCalendar = lines.filter((line) => line.path === 'VCALENDAR')
  const inEvent = lines.filter((line) => line.path === 'VCALENDAR/VEVENT')
  for (const name of ONCE_IN_CALENDAR) once(inCalendar, name, problems)
  for (const name of ONCE_IN_EVENT) once(inEvent, name, problems)
  checkAddresses(inEvent, problems)
  checkTimes(lines, inEvent, problems)
  checkMethod(inCalendar, inEvent, lines, problems)
  return problems
}

function placed(text: string, problems: string[]): PlacedLine[] {
  const path: string[] = []
  const lines: PlacedLine[] = []
  for (const raw of unfoldLines(text)) {
    const line = parseLine(raw)
    if (!line) problems.push('a line that is no content line')
    else if (line.name === 'BEGIN') path.push(line.value)
    else if (line.name === 'END') {
      if (path.pop() !== line.value) problems.push(`END:${line.value} closes nothing`)
    } else lines.push({ ...line, path: path.join('/') })
  }
  if (path.length > 0) problems.push('a component is not closed')
  if (text.split(/^BEGIN:VEVENT/m).length !== 2) problems.push('not exactly one VEVENT')
  return lines
}

function once(lines: readonly ContentLine[], name: string, problems: string[]): void {
  const found = lines.filter((line) => line.name === name).length
  if (found !== 1) problems.push(`${name} occurs ${found} times`)
}

function checkAddresses(event: readonly ContentLine[], problems: string[]): void {
  for (const { name, value, parameters } of event.filter((line) => line.name === 'ORGANIZER' || line.name === 'ATTENDEE')) {
    if (!/^mailto:[\w!#$%&'*+/=?^`{|}~.-]+@[A-Za-z0-9.-]+\.[A-Za-z0-9-]+$/.test(value)) problems.push(`${name} is no plain mail address`)
    if (parameters.some((parameter) => !/^[A-Z-]+=("[^"]*"|[^",;:]*)$/.test(parameter))) problems.push(`${name} has a parameter that is not quoted right`)
  }
}

function checkTimes(lines: readonly PlacedLine[], event: readonly ContentLine[], problems: string[]): void {
  const value = (name: string): string => event.find((line) => line.name === name)?.value ?? ''
  if (!/^\d{8}T\d{6}Z$/.test(value('DTSTAMP'))) problems.push('DTSTAMP is not UTC')
  if (!/^\d+$/.test(value('SEQUENCE'))) problems.push('SEQUENCE is no number')
  if (!/^\d{8}(T\d{6}Z?)?$/.test(value('DTSTART')) || !/^\d{8}(T\d{6}Z?)?$/.test(value('DTEND'))) problems.push('a time that is none')
  else if (value('DTEND') <= value('DTSTART')) problems.push('the end is not after the start')
  const defined = lines.filter((line) => line.name === 'TZID' && line.path === 'VCALENDAR/VTIMEZONE').map((line) => line.value)
  const used = lines.flatMap((line) => line.parameters).filter((parameter) => parameter.startsWith('TZID=')).map((parameter) => parameter.slice(5))
  if (used.some((zone) => !defined.includes(zone))) problems.push('a time zone without definition')
}

function checkMethod(calendar: readonly ContentLine[], event: readonly ContentLine[], lines: readonly PlacedLine[], problems: string[]): void {
  const method = calendar.find((line) => line.name === 'METHOD')?.value
  const cancelled = event.some((line) => line.name === 'STATUS' && line.value === 'CANCELLED')
  if (method !== 'REQUEST' && method !== 'CANCEL') problems.push('METHOD is neither REQUEST nor CANCEL')
  else if ((method === 'CANCEL') !== cancelled) problems.push('METHOD and STATUS disagree')
  if (method === 'CANCEL' && lines.some((line) => line.path.endsWith('VALARM'))) problems.push('an alarm in a cancellation')
}
