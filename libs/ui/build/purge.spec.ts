import { parse, purge, squeeze } from './purge.mjs'

describe('purge', () => {
  it('keeps rules whose classes are written in the sources and drops the others', () => {
    const css = '.a{color:red}.b{color:blue}.a.b,.a{margin:0}a:hover{x:y}'
    expect(purge(css, 'className="a"')).toBe('.a{color:red}\n.a{margin:0}\na:hover{x:y}')
  })

  it('does not count classes inside :not, :is and :where', () => {
    expect(purge(':is(body,.x):not(.y){c:d}', '')).toBe(':is(body,.x):not(.y){c:d}')
    expect(purge('.a:has(.z){c:d}', 'a')).toBe('')
  })

  it('drops fonts, empty media blocks, unused animations and unused custom properties', () => {
    const css = '@font-face{font-family:F}@media print{.gone{c:d}}@keyframes spin{from{a:b}}@keyframes pulse{from{a:b}}:root{--kern-used:1;--kern-unused:2;--kern-layer:3}.a{order:var(--kern-used);animation:pulse 1s}'
    expect(purge(css, 'a', '.own{order:var(--kern-layer)}')).toBe('@keyframes pulse{from{a:b}}\n:root{--kern-used:1;--kern-layer:3}\n.a{order:var(--kern-used);animation:pulse 1s}')
  })

  it('reads braces and semicolons inside strings and comments as text', () => {
    expect(squeeze('/* } */.a::before{content:"};{"; color : red}')).toBe('.a::before{content:"};{";color:red}')
    expect(squeeze('.a{b:url("data:image/svg+xml;utf8,<svg>")}')).toBe('.a{b:url("data:image/svg+xml;utf8,<svg>")}')
  })

  it('says when a brace is not closed', () => {
    expect(() => parse('.a{color:red')).toThrow('not closed')
  })
})
