import type { PersonAnswers, QuestionView } from '@app/contracts'
import { EMPTY_ANSWERS, answerFormOf, answersChanged, answersSent, askedNow } from './answer-form.js'

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

  it('of somebody who has answered are sent as far as they were changed', () => {
    const item = (key: string, kind: QuestionView['kind'], values: string[]) => ({ key, kind, values, label: key, special: false, locked: false, file: null })
    const given: PersonAnswers = { items: [item('anreise', 'choice', ['Auto']), item('parkplatz', 'consent', ['yes']), item('kennzeichen', 'text', ['MZ-1'])], needs: { kinds: ['diet'], detail: null }, needsLocked: false, offersNeeds: true }
    const opened = answerFormOf(given, 'de')
    expect(answersChanged(questions, opened, opened)).toEqual({ answers: {}, specialConsent: false })
    expect(answersChanged(questions, opened, { ...opened, said: { ...opened.said, kennzeichen: '' } })).toEqual({ answers: { kennzeichen: '' }, specialConsent: false })
    expect(answersChanged(questions, opened, { ...opened, said: { ...opened.said, anreise: 'Bahn' }, needs: [] })).toEqual({ answers: { anreise: 'Bahn' }, need: { kinds: [], detail: null }, specialConsent: false })
    expect(answersChanged(questions, { ...opened, specialConsent: false }, opened)).toMatchObject({ specialConsent: true })
    expect(answerFormOf({ ...given, items: [item('zahl', 'number', ['1.5'])] }, 'de').said).toEqual({ zahl: '1,5' })
  })
})
