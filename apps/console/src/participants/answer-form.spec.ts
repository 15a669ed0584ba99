import type { QuestionView } from '@app/contracts'
import { EMPTY_ANSWERS, answersSent, askedNow } from './answer-form.js'

const question = (key: string, kind: QuestionView['kind'], shownIf: QuestionView['shownIf'] = null) => ({ key, kind, shownIf })
const questions = [
  question('anreise', 'choice'), question('parkplatz', 'consent', { question: 'anreise', is: ['Auto'] }), question('kennzeichen', 'text', { question: 'parkplatz', is: ['yes'] }), question('vollmacht', 'file'),
]

describe('answers that staff write down', () => {
  const asked = (said: (typeof EMPTY_ANSWERS)['said']) => askedNow(questions, { ...EMPTY_ANSWERS, said }).map(({ key }) => key)

  it('are asked for as conditions are met, and files not at all', () => {
    expect(asked({})).toEqual(['anreise'])
    expect(asked({ anreise: 'Auto' })).toEqual(['anreise', 'parkplatz'])
    expect(asked({ anreise: 'Auto', parkplatz: true })).toEqual(['anreise', 'parkplatz', 'kennzeichen'])
    expect(asked({ anreise: 'Bahn', parkplatz: true })).toEqual(['anreise'])
  })

  it('are sent only to what is asked', () => {
    const form = { ...EMPTY_ANSWERS, said: { anreise: 'Bahn', parkplatz: true, kennzeichen: 'MZ-1' }, needsDetail: '  ' }
    expect(answersSent(questions, form)).toEqual({ answers: { anreise: 'Bahn' }, needs: [], needsDetail: null, specialConsent: false })
  })
})
