import type { MailHost, MailLanguage } from './mail-facts.js'
import type { MailContent, MailFactRow } from './mail-content.js'
import { escapeFor, fillPlaceholders } from './placeholders.js'

const FONT = 'font-family:Arial,Helvetica,sans-serif;'
const INK = 'color:#171a2b;'
const INK_2 = 'color:#51577a;'
const BODY = `${FONT}font-size:16px;line-height:25px;${INK}`
const SMALL = `${FONT}font-size:15px;line-height:22px;`
const PRESENTATION = 'role="presentation" cellpadding="0" cellspacing="0" border="0"'

// The rules for Outlook and for narrow screens: the only styles that cannot stand inline.
const HEAD_STYLES = '<!--[if mso]><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml>'
  + '<style>table{border-collapse:collapse;}td{mso-line-height-rule:exactly;}</style><![endif]-->\n'
  + '<style>@media (max-width:620px){.w{width:100%!important}.p{padding-left:20px!important;padding-right:20px!important}'
  + '.h{font-size:27px!important;line-height:33px!important}.b{display:block!important;text-align:center}}</style>'

/**
 * The HTML part: one table of 600 px, fluid below 620, inline styles, Arial, no image, no web font, no tracking. Every text in it is escaped here.
 */
export function mailHtml(content: MailContent, host: MailHost, language: MailLanguage): string {
  const paragraph = (template: string): string => `<p style="margin:0 0 16px;${BODY}">${filled(template, content)}</p>`
  return `<!doctype html>
<html lang="${language}" xmlns="http://www.w3.org/1999/xhtml" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta charset="utf-8"><title>${html(content.subject)}</title><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light"><meta name="supported-color-schemes" content="light">
${HEAD_STYLES}</head>
<body style="margin:0;padding:0;background:#f7f5f0;">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all;">${filled(content.preheader, content)}</div>
<table ${PRESENTATION} width="100%" bgcolor="#f7f5f0"><tr><td align="center" style="padding:24px 0 40px;">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0"><tr><td><![endif]-->
<table ${PRESENTATION} class="w" width="600" style="width:600px;max-width:600px;">
${banner(content, host)}
<tr><td bgcolor="#171a2b" style="height:4px;font-size:0;line-height:0;">&nbsp;</td></tr>
<tr><td class="p" bgcolor="#ffffff" style="padding:32px 40px 40px;" role="main">
<p style="margin:0;${SMALL}${INK_2}">${html(content.kicker)}</p>
<h1 class="h" style="margin:6px 0 24px;${FONT}font-size:32px;line-height:38px;font-weight:bold;${INK}letter-spacing:-0.3px;">${html(content.title)}</h1>
${['{salutation}', ...content.lead].map(paragraph).join('\n')}
${factTable(content)}
${content.button ? button(content.button.label, content.button.url) : ''}
${belowButton(content)}
${content.closing.map((text) => `<p style="margin:24px 0 0;${BODY}">${filled(text, content)}</p>`).join('\n')}
<p style="margin:24px 0 0;${BODY}">${[html(content.texts.greeting), html(host.senderName)].join('<br>')}${host.senderContact ? `<br><span style="${INK_2}">${html(host.senderContact)}</span>` : ''}</p></td></tr>
${footer(content, host)}
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table></body></html>
`
}

function banner(content: MailContent, host: MailHost): string {
  const series = content.values.seriesTitle ? `<br><span style="${INK_2}">${html(content.values.seriesTitle)}</span>` : ''
  return `<tr><td class="p" role="banner" style="padding:0 40px 16px;"><table ${PRESENTATION}><tr><td width="3" bgcolor="#171a2b" style="font-size:0;line-height:0;">&nbsp;</td>`
    + `<td style="padding:2px 0 2px 14px;${FONT}font-size:15px;line-height:20px;${INK}"><b>${html(host.name)}</b>${series}</td></tr></table></td></tr>`
}

function factTable(content: MailContent): string {
  const line = 'border-top:1px solid #c3bcad;border-bottom:1px solid #c3bcad;'
  return `<table ${PRESENTATION} width="100%" style="margin:8px 0 28px;${line}"><tr><td style="padding:14px 0 12px;">\n`
    + `<p style="margin:0 0 6px;${FONT}font-size:24px;line-height:30px;font-weight:bold;${INK}">${html(content.dateHeading)}</p>\n`
    + `<table ${PRESENTATION}>${content.rows.map(factRow).join('')}</table></td></tr></table>`
}

function factRow(row: MailFactRow): string {
  const value = row.lines.map((line) => (row.link ? anchor(line) : html(line))).join('<br>')
  return `<tr><td width="96" valign="top" style="${SMALL}${INK_2}padding:4px 16px 4px 0;">${html(row.label)}</td>`
    + `<td valign="top" style="${SMALL}${INK}padding:4px 0;">${value}</td></tr>`
}

// Outlook draws no padding on links: it gets a VML shape of its own.
function button(label: string, url: string): string {
  const width = 56 + label.length * 9
  return `<!--[if mso]><v:roundrect xmlns:v="urn:schemas-microsoft-com:vml" href="${html(url)}" style="height:48px;v-text-anchor:middle;width:${width}px;" arcsize="8%" stroke="f" fillcolor="#2044aa"><w:anchorlock/>`
    + `<center style="color:#ffffff;font-family:Arial,sans-serif;font-size:16px;font-weight:bold;">${html(label)}</center></v:roundrect><![endif]-->\n`
    + `<!--[if !mso]><!--><a class="b" href="${html(url)}" style="display:inline-block;background:#2044aa;border-radius:4px;color:#ffffff;${FONT}font-size:16px;font-weight:bold;line-height:24px;padding:12px 28px;text-decoration:none;">${html(label)}</a><!--<![endif]-->`
}

function belowButton(content: MailContent): string {
  const paragraphs = content.after.map((text) => filled(text, content))
  if (content.button) paragraphs.push(`${html(content.texts.linkWrittenOut)}<br>${anchor(content.button.url)}`)
  return paragraphs.map((text) => `<p style="margin:16px 0 0;${SMALL}${INK}">${text}</p>`).join('\n')
}

function footer(content: MailContent, host: MailHost): string {
  const { texts } = content
  const link = (url: string, label: string): string => `<a href="${html(url)}" style="${INK}">${html(label)}</a>`
  const claim = host.claim ? `${html(host.claim)}<br><br>` : ''
  return `<tr><td class="p" style="padding:20px 40px 0;${FONT}font-size:13px;line-height:20px;${INK_2}" role="contentinfo">${claim}${filled(content.source, content)}<br><br>`
    + `${host.imprintLines.map(html).join('<br>')}<br>`
    + `${[link(host.imprintUrl, texts.imprint), link(host.privacyUrl, texts.privacy), link(host.accessibilityUrl, texts.accessibility)].join(' &nbsp;&middot;&nbsp; ')}</td></tr>`
}

function filled(template: string, content: MailContent): string {
  return fillPlaceholders(template, content.values, 'html').replaceAll('\n', '<br>')
}

function anchor(url: string): string {
  return `<a href="${html(url)}" style="color:#2044aa;word-break:break-all;">${html(url)}</a>`
}

function html(text: string): string {
  return escapeFor('html', text)
}
