import { FixedClock, KeyRing, readConfig } from '@app/platform'
import { FormTokens } from './form-tokens.js'

const clock = new FixedClock(new Date('2026-11-24T09:00:00Z'))
const keys = KeyRing.parse(`1:${Buffer.alloc(32, 7).toString('base64')}`)
const forms = new FormTokens(readConfig({ FORM_MIN_SECONDS: '2' }), keys, clock)

test('a form that comes back at once was filled by a machine, and one that lay open for a day is out of date', () => {
  const token = forms.issue('registration', 'dialog')
  expect(forms.check('registration', 'dialog', token)).toBe('too_fast')
  clock.advance(2_000)
  expect(forms.check('registration', 'dialog', token)).toBe('good')
  clock.advance(24 * 3_600_000)
  expect(forms.check('registration', 'dialog', token)).toBe('expired')
})

test('a token is for one form of one event, and nobody makes one', () => {
  const token = forms.issue('registration', 'dialog')
  clock.advance(5_000)
  for (const [form, subject, sent] of [['barrier', 'dialog', token], ['registration', 'anderer', token], ['registration', 'dialog', `${token.slice(0, -1)}x`], ['registration', 'dialog', undefined]] as const) {
    expect(forms.check(form, subject, sent)).toBe('expired')
  }
})

test('a form that is shown again asks for its time once, and is renewed when it is out of date', () => {
  const first = forms.issue('registration', 'dialog')
  expect(forms.again('registration', 'dialog', first)).toBe(first)
  clock.advance(2_000)
  expect(forms.check('registration', 'dialog', forms.again('registration', 'dialog', first))).toBe('good')
  for (const sent of ['erfunden', undefined, ['x']]) expect(forms.check('registration', 'dialog', forms.again('registration', 'dialog', sent))).toBe('too_fast')
  clock.advance(25 * 3_600_000)
  expect(forms.again('registration', 'dialog', first)).not.toBe(first)
})
