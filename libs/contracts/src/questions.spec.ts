import { numberInBox } from './questions.js'

test('a number goes into the box in the form in which the box takes it back', () => {
  expect(['1.5', '-2.25', '1.125', '1000', '0.1'].map((value) => numberInBox(value, 'de'))).toEqual(['1,5', '-2,25', '1,125', '1000', '0,1'])
  expect(['1.5', '-2.25', '1.125', '-12.000', '1234.125', '1000'].map((value) => numberInBox(value, 'en'))).toEqual(['1.5', '-2.25', '1.1250', '-12.0000', '1234.125', '1000'])
})
