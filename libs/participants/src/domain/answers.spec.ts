import fc from 'fast-check'
import type { AnswerSaid, NeedKind } from '@app/contracts'
import { type Asked, decodeValues, encodeValues, takeAnswers } from './answers.js'

const question = (key: string, facts: Partial<Asked> = {}): Asked => ({ key, kind: 'text', required: false, options: [], shownIf: null, special: false, ...facts })
const said = (answers: Record<string, AnswerSaid>, more: { needs?: NeedKind[]; needsDetail?: string; specialConsent?: boolean } = {}) =>
  ({ answers, needs: [], needsDetail: null, specialConsent: false, ...more })
const take = (questions: Asked[], answers: Record<string, AnswerSaid>, demands = true) => takeAnswers(questions, [], said(answers), demands)
const codes = (questions: Asked[], answers: Record<string, AnswerSaid>) => take(questions, answers).problems.map(({ pointer, code }) => `${pointer} ${code}`)

test.each<[Asked['kind'], AnswerSaid, string[] | string]>([
  ['text', '  Ada   Muster ', ['Ada Muster']], ['text', 'x'.repeat(501), 'field.too_long'], ['text', 'a\u202Eb', 'field.forbidden_character'], ['text', ['a'], 'field.text'],
  ['long', 'eins\r\nzwei', ['eins\nzwei']], ['long', 'x'.repeat(5001), 'field.too_long'],
  ['choice', 'rot', ['rot']], ['choice', 'gelb', 'field.choice'], ['choice', ['rot'], 'field.choice'],
  ['several', ['blau', 'rot'], ['rot', 'blau']], ['several', 'rot', ['rot']], ['several', ['rot', 'gelb'], 'field.choice'], ['several', [], []],
  ['number', '1,5', ['1.5']], ['number', '1.1250', ['1.125']], ['number', '3,00', ['3']], ['number', '100', ['100']], ['number', 3, ['3']], ['number', '-2.25', ['-2.25']], ['number', '1.000,5', 'field.number'], ['number', '1.000', 'field.number'], ['number', 0.125, 'field.number'], ['number', '0,125', ['0.125']], ['number', '1e9', 'field.number'], ['number', true, 'field.number'],
  ['date', '2028-02-29', ['2028-02-29']], ['date', '2027-02-29', 'field.date'], ['date', '31.12.2027', 'field.date'], ['date', '1899-12-31', 'field.date'],
  ['consent', 'yes', ['yes']], ['consent', true, ['yes']], ['consent', 'ja', 'field.choice'], ['consent', false, []],
  ['file', 'a.pdf', 'field.file_later'],
])('a %s takes %j as %j', (kind, value, expected) => {
  const { taken, problems } = take([question('a', { kind, options: ['rot', 'blau'] })], { a: value })
  if (typeof expected === 'string') expect(problems.map(({ code }) => code)).toEqual([expected])
  else expect([problems, taken.given.get('a') ?? []]).toEqual([[], expected])
})

test('what is required is asked for, but not of staff, and a file only later', () => {
  const questions = [question('a', { required: true }), question('b', { kind: 'file', required: true })]
  expect(codes(questions, {})).toEqual(['/answers/a field.required'])
  expect(take(questions, {}, false).problems).toEqual([])
})

test('a question whose condition is not met is neither demanded nor kept, and neither is what hangs on it', () => {
  const questions = [
    question('a', { kind: 'choice', options: ['ja', 'nein'] }), question('b', { kind: 'choice', options: ['x', 'y'], required: true, shownIf: { question: 'a', is: ['ja'] } }),
    question('c', { required: true, shownIf: { question: 'b', is: ['x'] } }),
  ]
  expect([...take(questions, { a: 'nein', b: 'x', c: 'Text' }).taken.given]).toEqual([['a', ['nein']]])
  expect(codes(questions, { a: 'ja' })).toEqual(['/answers/b field.required'])
  expect(codes(questions, { a: 'ja', b: 'x' })).toEqual(['/answers/c field.required'])
  expect(codes(questions, { a: 'ja', b: 'y' })).toEqual([])
})

test('nothing of a special category is taken without consent, and only what is offered', () => {
  const special = [question('a', { special: true })]
  expect(takeAnswers(special, [], said({ a: 'x' }), true).problems).toEqual([{ pointer: '/specialConsent', code: 'field.special_consent' }])
  // Staff does not consent: they are told to ask the person.
  expect(takeAnswers(special, [], said({ a: 'x' }), false).problems).toEqual([{ pointer: '/specialConsent', code: 'field.special_consent_told' }])
  expect(takeAnswers(special, [], said({ a: 'x' }, { specialConsent: true }), true)).toMatchObject({ problems: [], taken: { isSpecial: true } })
  expect(takeAnswers(special, [], said({}), true)).toMatchObject({ problems: [], taken: { isSpecial: false, need: null } })
  expect(takeAnswers([], ['diet'], said({}, { needs: ['wheelchair'], specialConsent: true }), true).problems).toEqual([{ pointer: '/needs', code: 'field.choice' }])
  expect(takeAnswers([], [], said({}, { needsDetail: 'x', specialConsent: true }), true).problems).toEqual([{ pointer: '/needsDetail', code: 'field.unknown_field' }])
  expect(takeAnswers([], ['diet'], said({}, { needsDetail: 'x', specialConsent: true }), true).taken.need).toEqual({ kinds: [], detail: 'x' })
})

test('whatever is sent is taken or refused, never thrown at; what is taken comes back from its column', () => {
  const kinds = ['text', 'long', 'choice', 'several', 'number', 'date', 'consent', 'file'] as const
  const value = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.array(fc.string(), { maxLength: 4 }), fc.constant(null), fc.constantFrom('rot', 'blau', '1,5', '2027-01-01', 'yes'))
  fc.assert(
    fc.property(fc.constantFrom(...kinds), value, (kind, sent) => {
      const { taken, problems } = take([question('a', { kind, options: ['rot', 'blau'] })], { a: sent })
      const values = taken.given.get('a')
      expect(problems.every(({ code }) => code.startsWith('field.'))).toBe(true)
      if (values) expect([problems, decodeValues(kind, encodeValues(kind, values))]).toEqual([[], values])
    }),
  )
})

test('what a column holds that was written under another kind is shown as it is', () => {
  expect(decodeValues('several', 'kein JSON')).toEqual(['kein JSON'])
  expect(decodeValues('several', '"x"')).toEqual(['"x"'])
})
