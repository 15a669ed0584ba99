/** Names a text may use, written `{name}`. Everything else in braces stays as it is. */
export const PLACEHOLDERS = [
  'salutation', 'displayName', 'title', 'seriesTitle', 'date', 'time', 'place', 'host', 'sender', 'position', 'confirmUntil', 'reason', 'standing',
  'confirmLink', 'manageLink', 'registerLink', 'pageUrl', 'onlineLink',
] as const

export type Placeholder = typeof PLACEHOLDERS[number]

/** Where a rendered text is going; each has its own escaping. */
export type PlaceholderChannel = 'html' | 'text' | 'header' | 'calendar'

export type PlaceholderValues = Readonly<Partial<Record<Placeholder, string>>>

const known: ReadonlySet<string> = new Set(PLACEHOLDERS)
const LINKS: ReadonlySet<Placeholder> = new Set<Placeholder>(['confirmLink', 'manageLink', 'registerLink', 'pageUrl', 'onlineLink'])
/** Words that come from the person: they are shown as typed, but never become a link, not even by a mail program that makes links of its own. */
const FROM_PERSON: ReadonlySet<Placeholder> = new Set<Placeholder>(['salutation', 'displayName'])

/**
 * Fills `{name}` in a template. One pass: what a value contains is never looked at again, so a name `{manageLink}` stays text. The template and
 * every value are escaped for the channel; in HTML only the server's own link placeholders become links. A value that is not given leaves
 * nothing; braces with a name off the list stay as typed.
 */
export function fillPlaceholders(template: string, values: PlaceholderValues, channel: PlaceholderChannel): string {
  let filled = ''
  let end = 0
  for (const match of template.matchAll(/\{([A-Za-z]+)\}/g)) {
    const name = match[1] ?? ''
    if (!known.has(name)) continue
    filled += escapeFor(channel, template.slice(end, match.index)) + valueFor(channel, name as Placeholder, values[name as Placeholder] ?? '')
    end = match.index + match[0].length
  }
  return filled + escapeFor(channel, template.slice(end))
}

/** Escapes plain text for a channel: HTML entities, one line for headers, TEXT escapes of RFC 5545 §3.3.11 for calendars. */
export function escapeFor(channel: PlaceholderChannel, text: string): string {
  const clean = withoutControls(text)
  switch (channel) {
    case 'html': return escapeHtml(clean)
    case 'text': return clean
    case 'header': return clean.replace(/\s+/gu, ' ')
    case 'calendar': return clean.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')
  }
}

/**
 * Breaks what mail programs turn into links by themselves (addresses with a scheme, host names, mail addresses) with a zero-width space. The eye sees the
 * text as typed. Initials ("J.R.R.") and titles ("Dr. Müller") stay untouched.
 */
export function withoutAutoLinks(text: string): string {
  if (!/:\/\/|\w@|www\.|[\p{L}\p{N}]\.\p{L}{2}/iu.test(text)) return text
  return text.replace(/(?<=[\p{L}\p{N}])[.@:](?=\S)/gu, '$&\u200b').replace(/\/\//g, '/\u200b/')
}

function valueFor(channel: PlaceholderChannel, name: Placeholder, value: string): string {
  if (LINKS.has(name)) return linkFor(channel, value)
  if (!FROM_PERSON.has(name)) return escapeFor(channel, value)
  // A name is one line: it cannot pretend to be a paragraph of ours.
  const line = escapeFor('header', value)
  return escapeFor(channel, channel === 'header' ? line : withoutAutoLinks(line))
}

function linkFor(channel: PlaceholderChannel, url: string): string {
  const escaped = escapeFor(channel, url)
  return channel === 'html' && isWebAddress(url) ? `<a href="${escaped}" style="color:#2044aa;word-break:break-all;">${escaped}</a>` : escaped
}

/** Whether a text is an absolute http(s) address without blanks, quotes or angle brackets: the only kind of link a mail may carry. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s"'<>\\^`{|}\p{Cc}]+$/iu.test(url)
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => HTML_ENTITIES[sign] ?? '')
}

const HTML_ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' }

function withoutControls(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\u2028\u2029]/g, '\n').replace(/(?!\n)[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '')
}
