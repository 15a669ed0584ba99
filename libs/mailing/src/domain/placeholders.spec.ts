import { escapeFor, fillPlaceholders, isWebAddress, withoutAutoLinks, type PlaceholderValues } from './placeholders.js'

const values = (displayName: string): PlaceholderValues => ({ displayName, manageLink: 'https://dialog.example/t/a.b', title: 'Teilhabe & Ort' })

describe('filling a text', () => {
  it('replaces the names of the list and leaves every other brace alone', () => {
    expect(fillPlaceholders('{displayName}: {title} {foo} {} {{title}} {event_url}', values('Eva'), 'text')).toBe('Eva: Teilhabe & Ort {foo} {} {Teilhabe & Ort} {event_url}')
    expect(fillPlaceholders('a{reason}b', {}, 'text')).toBe('ab')
  })

  it('passes once: a name cannot be a placeholder', () => {
    for (const channel of ['html', 'text', 'header', 'calendar'] as const) {
      expect(fillPlaceholders('Für {displayName}', values('{manageLink}'), channel)).toBe('Für {manageLink}')
    }
  })

  it('lets no name become markup', () => {
    expect(fillPlaceholders('{displayName} <b>', values('<script>alert(1)</script>'), 'html')).toBe('&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;')
    expect(fillPlaceholders('{displayName}', values('Jürgen "Jo" O\'Müller &amp;'), 'html')).toBe('Jürgen &quot;Jo&quot; O&#39;Müller &amp;amp;')
  })

  it('lets no name break a header or a calendar line', () => {
    const hostile = 'Eva\r\nBcc: evil@example.org\u0000\u2028X'
    expect(fillPlaceholders('Betrifft {displayName}', values(hostile), 'header')).toBe('Betrifft Eva Bcc: evil@example.org X')
    expect(fillPlaceholders('{displayName}', values('Eva\r\nATTENDEE:mailto:x; a, b\\'), 'calendar')).toBe('Eva ATTENDEE:mailto:x\\; a\\, b\\\\')
    expect(fillPlaceholders('{displayName}', values('a\u202eb\u0007'), 'text')).toBe('ab')
  })

  it('makes links of our own links only, in HTML only', () => {
    expect(fillPlaceholders('{manageLink}', values('x'), 'html')).toBe('<a href="https://dialog.example/t/a.b" style="color:#2044aa;word-break:break-all;">https://dialog.example/t/a.b</a>')
    expect(fillPlaceholders('{manageLink}', values('x'), 'text')).toBe('https://dialog.example/t/a.b')
    expect(fillPlaceholders('{manageLink}', { manageLink: 'javascript:alert(1)' }, 'html')).toBe('javascript:alert(1)')
    expect(fillPlaceholders('{manageLink}', { manageLink: 'https://x.example/"onclick="' }, 'html')).not.toContain('<a ')
  })

  it.each(['http://evil.example', 'www.evil.example', 'evil.example/pfad', 'eva@evil.example', 'Gewinn: https://evil.example/?a=b'])('breaks the link a mail program would make of the name %s', (name) => {
    const shown = fillPlaceholders('{displayName}', values(name), 'text')
    expect(shown.replaceAll('\u200b', '')).toBe(name)
    expect(shown).not.toMatch(/https?:\/\/|www\.\w|\w\.\w|\w@\w/)
  })

  it.each(['Dr. Müller', 'J.R.R. Tolkien', 'O’Connor', 'Jürgen "Jo" Müller', 'von der Leyen'])('leaves the ordinary name %s as it is', (name) => {
    expect(withoutAutoLinks(name)).toBe(name)
  })

  it('knows a web address', () => {
    expect(isWebAddress('https://dialog.example/t/a.b?c=1')).toBe(true)
    for (const bad of ['', 'javascript:alert(1)', '//x', 'https://a b', 'https://a"b', 'https://a<b', 'mailto:x@y']) expect(isWebAddress(bad)).toBe(false)
    expect(escapeFor('html', '"')).toBe('&quot;')
  })
})
