import { renderToStaticMarkup } from 'react-dom/server'
import { Paragraphs } from './paragraphs.js'

const render = (text: string, headings = false) => renderToStaticMarkup(<Paragraphs text={text} headings={headings} />)

test('makes paragraphs and lines, and headings where they are asked for', () => {
  expect(render('# Titel\n\nEins\nZwei\n\n\nDrei', true)).toBe('<h2>Titel</h2><p>Eins<br/>Zwei</p><p>Drei</p>')
  expect(render('# Titel')).toBe('<p># Titel</p>')
})

test('makes lists where headings are asked for, and nowhere else', () => {
  expect(render('Wir speichern:\n- Namen\n- Ämter\nSonst nichts.', true)).toBe('<p>Wir speichern:</p><ul class="plain"><li>Namen</li><li>Ämter</li></ul><p>Sonst nichts.</p>')
  expect(render('- Namen')).toBe('<p>- Namen</p>')
  expect(render('-Namen', true)).toBe('<p>-Namen</p>')
})

test('makes links of addresses of web and mail, and of nothing else', () => {
  expect(render('Siehe https://stadt.example/a?b=1, oder eva.muster+x@stadt-bonn.example.')).toBe(
    '<p>Siehe <a href="https://stadt.example/a?b=1">https://stadt.example/a?b=1</a>, oder <a href="mailto:eva.muster+x@stadt-bonn.example">eva.muster+x@stadt-bonn.example</a>.</p>',
  )
  expect(render('javascript:alert(1) <b>fett</b> data:text/html,x')).toBe('<p>javascript:alert(1) &lt;b&gt;fett&lt;/b&gt; data:text/html,x</p>')
})

test('reads a text of one endless word in a moment', () => {
  const start = performance.now()
  for (const text of ['a'.repeat(15_000), `a@${'a'.repeat(15_000)}`, 'http://'.repeat(2_000)]) render(text)
  expect(performance.now() - start).toBeLessThan(400)
})
