import { LANDS } from '@app/contracts'
import { words } from '@app/i18n'
import { renderToStaticMarkup } from 'react-dom/server'
import { ErrorSummary, inFieldOrder, LandMap, SelectField, seatsSentence, StandingGlyph, TextField, ChoiceGroup } from './index.js'

const places = (capacity: number | null, taken: number, waiting = 0) => ({ capacity, taken, free: capacity === null ? null : Math.max(0, capacity - taken), waiting })

describe('LandMap', () => {
  it('has one tile with a sentence for each of the 16 Länder', () => {
    const html = renderToStaticMarkup(<LandMap label="Karte" names={words('de').vocabulary.lands} tile={() => ({ look: 'none', says: 'noch keine Ausgabe' })} />)
    for (const land of LANDS) expect(html).toContain(`>${words('de').vocabulary.lands[land]}: noch keine Ausgabe</span>`)
    expect(html.match(/<li /g)).toHaveLength(16)
    expect(new Set([...html.matchAll(/<li class="(\S+) /g)].map((match) => match[1])).size).toBe(16)
  })
})

describe('ErrorSummary', () => {
  const problems = [{ field: 'email', message: 'E' }, { field: 'other', message: 'O' }, { field: 'givenName', message: 'G' }]

  it('lists the errors in the order of the fields, those without a field last', () => {
    expect(inFieldOrder(problems, ['givenName', 'email']).map((one) => one.field)).toEqual(['givenName', 'email', 'other'])
  })

  it('links only to controls that the form has', () => {
    const html = renderToStaticMarkup(<ErrorSummary title="Drei Angaben" problems={problems} fields={['givenName', 'email']} />)
    expect([...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1])).toEqual(['f-givenName', 'f-email'])
    expect(html).toContain('<li>O</li>')
  })

  it('is nothing without errors', () => {
    expect(renderToStaticMarkup(<ErrorSummary title="x" problems={[]} fields={[]} />)).toBe('')
  })
})

describe('fields', () => {
  it('tie label, hint and error to the control', () => {
    const html = renderToStaticMarkup(<TextField name="email" type="email" label="E-Mail" hint="Hierhin" error="Fehlt" autoComplete="email" value="a@b" />)
    expect(html).toContain('for="f-email"')
    expect(html).toContain('aria-invalid="true"')
    expect(html).toContain('aria-describedby="f-email-h f-email-e"')
    expect(html.toLowerCase()).toContain('autocomplete="email"')
    expect(html).toContain('value="a@b"')
  })

  it('escape what was typed', () => {
    const html = renderToStaticMarkup(<TextField name="x" label="X" value={'"><script>alert(1)</script>'} />)
    expect(html).not.toContain('<script')
    expect(html).toContain('&quot;&gt;&lt;script&gt;')
  })

  it('keep a choice and give the first radio the id of the field', () => {
    const choices = [{ value: 'a', word: 'A' }, { value: 'b', word: 'B' }]
    expect(renderToStaticMarkup(<SelectField name="s" label="S" choices={choices} value="b" empty="Bitte wählen" />)).toContain('<option value="b" selected="">B</option>')
    const radios = renderToStaticMarkup(<ChoiceGroup name="g" label="G" choices={choices} value="b" error="Fehlt" />)
    expect(radios).toMatch(/type="radio" id="f-g"[^>]*value="a"/)
    expect(radios).toContain('aria-describedby="f-g-e"')
  })
})

describe('states and figures', () => {
  it('say the place on the waiting list', () => {
    expect(renderToStaticMarkup(<StandingGlyph standing="waiting" position={3} language="de" />)).toContain('Warteliste, Platz 3')
    expect(renderToStaticMarkup(<StandingGlyph standing="confirmed" position={3} language="en" />)).toContain('place confirmed')
  })

  it('count places in sentences', () => {
    expect(seatsSentence('de', places(200, 164))).toBe('Noch 36 von 200 Plätzen frei')
    expect(seatsSentence('de', places(200, 199))).toBe('Noch ein Platz von 200 frei')
    expect(seatsSentence('de', places(30, 30, 4))).toBe('Alle 30 Plätze sind vergeben, 4 warten')
    expect(seatsSentence('en', places(30, 31))).toBe('All 30 places are taken')
    expect(seatsSentence('de', places(null, 0))).toBe('Die Zahl der Plätze ist nicht begrenzt')
  })
})
