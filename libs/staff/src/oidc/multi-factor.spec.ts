import { saysMultiFactor } from './multi-factor.js'

test.each([{ amr: ['mfa'] }, { amr: ['pwd', 'otp', 'mfa'] }, { acr: 'https://refeds.org/profile/mfa' }, { acr: 'mfa', amr: ['pwd'] }])('%j says that several factors were asked for', (claims) => {
  expect(saysMultiFactor(claims)).toBe(true)
})

test.each([{}, { amr: ['pwd'] }, { amr: ['otp'] }, { amr: 'mfa' }, { amr: ['no-mfa'] }, { amr: { 0: 'mfa' } }, { amr: [['mfa']] }, { acr: '1' }, { acr: 'MFA please' }, { acr: ['mfa'] }, { acr: null, amr: null }])(
  '%j does not', (claims) => {
    expect(saysMultiFactor(claims)).toBe(false)
  },
)
