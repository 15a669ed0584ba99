import { checkPhone } from './phone.js'

describe('a telephone number', () => {
  it.each(['', '115', '+49 30 1234567', '030 0000-114', '(030) 0000 / 114', '0049.30.1234'])('may be written "%s"', (text) => {
    expect(checkPhone(text)).toBeNull()
  })

  it('is refused with a reason', () => {
    expect(checkPhone('anrufen')).toBe('invalid')
    expect(checkPhone('030\r\n1234')).toBe('invalid')
    expect(checkPhone('=1+1')).toBe('invalid')
    expect(checkPhone('12')).toBe('too_short')
    expect(checkPhone('1'.repeat(21))).toBe('too_long')
    expect(checkPhone(`${'1 '.repeat(60)}1`)).toBe('too_long')
  })
})
