import { answerWords } from './answer-words.js'

describe('the words of an answer', () => {
  it.each([
    ['several', ['Bahn', 'Rad'], 'Bahn, Rad'], ['number', ['1.5'], '1,5'], ['date', ['2026-11-30'], '30. November 2026'], ['consent', ['yes'], 'ja'], ['text', ['v1.5'], 'v1.5'], ['choice', [], ''],
  ] as const)('for %s', (kind, values, words) => expect(answerWords(kind, values, 'de', 'ja')).toBe(words))

  it('keep the point of a number in English', () => expect(answerWords('number', ['1.5'], 'en', 'yes')).toBe('1.5'))
})
