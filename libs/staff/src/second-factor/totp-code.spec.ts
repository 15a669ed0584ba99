import { newSeed, stepOf, totpAddress } from './totp-code.js'

// RFC 6238, appendix B: the seed "12345678901234567890" and the last six digits of its codes.
const SEED = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const at = (seconds: number) => new Date(seconds * 1000)

test('codes are those of RFC 6238', () => {
  expect([[59, '287082'], [1_111_111_109, '081804'], [1_234_567_890, '005924'], [2_000_000_000, '279037']].map(([time, code]) => stepOf(SEED, code as string, at(time as number)))).toEqual([
    1, 37_037_036, 41_152_263, 66_666_666,
  ])
})

test('a clock may be one step ahead or behind, and not two', () => {
  expect([-60, -30, 0, 30, 60].map((off) => stepOf(SEED, '081804', at(1_111_111_109 + off)))).toEqual([null, 37_037_036, 37_037_036, 37_037_036, null])
  expect([stepOf(SEED, '081805', at(1_111_111_109)), stepOf(SEED, '81804', at(1_111_111_109)), stepOf(SEED, '', at(1_111_111_109))]).toEqual([null, null, null])
})

test('seeds have 160 bits, and an app is told for what', () => {
  expect(newSeed()).toMatch(/^[A-Z2-7]{32}$/)
  expect(totpAddress(SEED, 'Dialogwerk', 'kim@stadt.example')).toBe(`otpauth://totp/Dialogwerk:kim%40stadt.example?issuer=Dialogwerk&secret=${SEED}&algorithm=SHA1&digits=6&period=30`)
})
