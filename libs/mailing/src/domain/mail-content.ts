import { salutationLine } from '@app/contacts'
import { dateWords, editionWords, ordinal, placeWords, timeLines } from './event-words.js'
import type { MailFacts } from './mail-facts.js'
import { MAIL_KIND_RULES, type MailKind } from './mail-kinds.js'
import type { MailTexts } from './mail-texts.js'
import { fillPlaceholders, isWebAddress, PLACEHOLDERS, type Placeholder, type PlaceholderValues } from './placeholders.js'
import { mailTextsDe } from './texts/de.js'
import { mailTextsEn } from './texts/en.js'

/** A line of the table of facts. `text` is plain; `link` marks it as one of our own addresses. */
export interface MailFactRow {
  label: string
  lines: readonly string[]
  link: boolean
}

/** What a mail says, before it becomes HTML or text: both parts are made from this, so both say the same. */
export interface MailContent {
  texts: MailTexts
  values: PlaceholderValues
  subject: string
  preheader: string
  /** "Platz bestätigt · 2. Ausgabe" */
  kicker: string
  title: string
  /** Paragraph templates. */
  lead: readonly string[]
  after: readonly string[]
  /** Said only when a calendar message comes with the mail. */
  closing: readonly string[]
  /** Why the reader gets this mail. */
  source: string
  dateHeading: string
  rows: readonly MailFactRow[]
  button: { label: string, url: string } | null
}

export const MAIL_TEXTS: Readonly<Record<MailFacts['language'], MailTexts>> = { de: mailTextsDe, en: mailTextsEn }

/**
 * Decides what a mail says.
 * @throws RangeError when a link the kind needs is missing, or a link is no web address
 */
export function mailContent(kind: MailKind, facts: MailFacts): MailContent {
  const { event, host, language } = facts
  const texts = MAIL_TEXTS[language]
  const words = texts.kinds[kind]
  const values = valuesOf(kind, facts, texts)
  checkLinks(values, [host.imprintUrl, host.privacyUrl, host.accessibilityUrl])
  const said = (paragraph: string): boolean => placeholdersOf(paragraph).every((name) => values[name])
  const edition = event.edition ? editionWords(event.edition, language) : null
  return {
    texts,
    values,
    subject: fillPlaceholders(words.subject, values, 'header'),
    preheader: said(words.preheader) ? words.preheader : '',
    kicker: [words.kicker, edition].filter(Boolean).join(' · '),
    title: event.title,
    lead: words.lead.filter(said),
    after: words.after.filter(said),
    closing: words.calendar ? [words.calendar] : [],
    source: event.pageUrl === null ? texts.sourceAlone : texts.source,
    dateHeading: dateWords(event.days, language) ?? texts.noDate,
    rows: factRows(kind, facts, texts),
    button: buttonOf(facts, words.button),
  }
}

function valuesOf(kind: MailKind, facts: MailFacts, texts: MailTexts): PlaceholderValues {
  const { event, host, language, links, person } = facts
  return {
    salutation: salutationLine(person, language),
    displayName: person.displayName,
    title: event.title,
    seriesTitle: event.seriesTitle ?? '',
    date: dateWords(event.days, language) ?? '',
    time: timeLines(event.days, event.zone, language).join('; '),
    place: placeWords(event, language) ?? '',
    host: host.name,
    sender: host.senderName,
    position: facts.waitingPosition ? ordinal(facts.waitingPosition, language) : '',
    confirmUntil: facts.confirmUntil ?? '',
    reason: facts.reason ?? '',
    standing: facts.standing ? texts.standings[facts.standing] : '',
    confirmLink: links.confirm ?? '',
    manageLink: links.manage ?? '',
    registerLink: links.register ?? '',
    pageUrl: event.pageUrl ?? '',
    onlineLink: onlineLinkFor(kind, event) ?? '',
  }
}

function factRows(kind: MailKind, { event, language }: MailFacts, texts: MailTexts): MailFactRow[] {
  const times = timeLines(event.days, event.zone, language)
  const goes = MAIL_KIND_RULES[kind].showsOnlineLink
  const access = onlineLinkFor(kind, event)
  const rows: MailFactRow[] = [{ label: texts.labels.place, lines: [placeWords(event, language) ?? texts.noPlace], link: false }]
  if (times.length > 0) rows.unshift({ label: texts.labels.time, lines: times, link: false })
  if (access) rows.push({ label: texts.labels.online, lines: [access], link: true })
  if (goes && event.guidingQuestion) rows.push({ label: texts.labels.question, lines: [event.guidingQuestion], link: false })
  if (goes && event.agenda.length > 0) rows.push({ label: texts.labels.programme, lines: agendaLines(event.agenda), link: false })
  return rows
}

/** Where to join online, for the kinds whose reader has a place. */
export function onlineLinkFor(kind: MailKind, event: MailFacts['event']): string | null {
  return MAIL_KIND_RULES[kind].showsOnlineLink ? event.onlineLink ?? null : null
}

/** The programme, one line an item: "11:00 Begrüßung". */
export function agendaLines(agenda: MailFacts['event']['agenda']): string[] {
  return agenda.map((item) => [item.startsAt, item.title].filter(Boolean).join(' '))
}

function buttonOf({ links }: MailFacts, button: MailTexts['kinds'][MailKind]['button']): MailContent['button'] {
  const url = links[button.link]
  if (!url && button.required) throw new RangeError(`the mail needs the link "${button.link}"`)
  return url ? { label: button.label, url } : null
}

function checkLinks(values: PlaceholderValues, others: readonly string[]): void {
  const given = [values.confirmLink, values.manageLink, values.registerLink, values.pageUrl, values.onlineLink, ...others]
  if (given.some((url) => url && !isWebAddress(url))) throw new RangeError('a link in the mail is no web address')
}

function placeholdersOf(template: string): Placeholder[] {
  return PLACEHOLDERS.filter((name) => template.includes(`{${name}}`))
}
