import type { MailContent } from './mail-content.js'
import type { MailHost } from './mail-facts.js'
import { escapeFor, fillPlaceholders } from './placeholders.js'

/** The text part: the same words in the same order as the HTML part, links written out. Lines end with LF. */
export function mailPlain(content: MailContent, host: MailHost): string {
  const { texts, values, button } = content
  const filled = (template: string): string => fillPlaceholders(template, values, 'text')
  const blocks = [
    [host.name, values.seriesTitle ?? ''].filter(Boolean).join(' · '),
    `${content.kicker}\n${content.title}`,
    ...['{salutation}', ...content.lead].map(filled),
    [content.dateHeading, ...content.rows.map((row) => (row.lines.length > 1 ? [`${row.label}:`, ...row.lines].join('\n') : `${row.label}: ${row.lines[0] ?? ''}`))].join('\n'),
    button ? `${button.label}:\n${button.url}` : '',
    ...content.after.map(filled),
    ...content.closing.map(filled),
    [texts.greeting, host.senderName, host.senderContact ?? ''].filter(Boolean).join('\n'),
    `-- \n${[host.claim ?? '', filled(content.source)].filter(Boolean).join('\n\n')}`,
    [
      ...host.imprintLines,
      `${texts.imprint}: ${host.imprintUrl}`, `${texts.privacy}: ${host.privacyUrl}`, `${texts.accessibility}: ${host.accessibilityUrl}`,
    ].join('\n'),
  ]
  return `${blocks.filter((block) => block !== '').map((block) => escapeFor('text', block)).join('\n\n')}\n`
}
