import { ConsolePath } from './oidc.js'

const good = ['/console', '/console/', '/console/mein-zugang', '/console/veranstaltungen/0195a0b0-0000-7000-8000-000000000000/personen?q=K%C3%B6ln&standing=waiting,confirmed&after=a.b~c', '/console?q=a+b:c']

/** Addresses at which a browser would leave the console, or the site. */
const away = [
  '', '/', '//evil.example', '/console//evil.example', '/console/..//evil.example', '/console/../de', '/console\\evil.example', '/\\evil.example', '/console@evil.example', '/console.evil.example',
  '/consoles', 'console', 'https://evil.example/console', 'javascript:alert(1)//console', '/console#a', '/console?a#b', '/console/%2f%2fevil.example', '/console\t//evil.example', '/console\n', '/console?a\r\nset-cookie: a=b',
  ' /console', '/console/a b', `/console?${'a'.repeat(500)}`, '/t/abc', '/anmelden/abc',
]

const taken = (schema: { safeParse(value: unknown): { success: boolean } }) => away.filter((path) => schema.safeParse(path).success)

test.each(good)('%s is a path in the console', (path) => {
  expect(ConsolePath.parse(path)).toBe(path)
})

test('nothing else is', () => {
  expect(taken(ConsolePath)).toEqual([])
})

test('a check of the beginning alone would be found', () => {
  const lax = { safeParse: (path: unknown) => ({ success: typeof path === 'string' && path.startsWith('/console') }) }
  expect(taken(lax)).toEqual(expect.arrayContaining(['/console@evil.example', '/console/../de', '/console\\evil.example']))
})
