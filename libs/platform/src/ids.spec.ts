import { newId, randomToken } from './ids.js'

test('ids are UUIDv7, unique and rising, even within one millisecond and when the clock steps back', () => {
  const now = 1_800_000_000_000
  const made = Array.from({ length: 10_000 }, (_, index) => newId(index < 5_000 ? now : now - 1_000))
  expect(new Set(made).size).toBe(made.length)
  expect([...made].sort()).toEqual(made)
  for (const id of made) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('random tokens are base64url of the asked size', () => {
  expect(randomToken(16)).toMatch(/^[\w-]{22}$/)
  expect(randomToken(16)).not.toBe(randomToken(16))
})
