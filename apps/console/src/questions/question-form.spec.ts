import { QuestionsInput, type QuestionView } from '@app/contracts'
import { moveRow } from '../parts/row-tools.js'
import {
  type QuestionsForm, askableBefore, asksTheSame, changeQuestion, dependentsOf, formOf, newOption, newQuestion, removeQuestion, restoreQuestion, sentOf, withoutEmptyOptions,
} from './question-form.js'

const view = (key: string, more: Partial<QuestionView & { answered: number }> = {}): QuestionView & { answered: number } => ({
  key, kind: 'text', label: `Frage ${key}`, help: null, required: false, options: [], shownIf: null, special: false, retention: 'A', answered: 0, ...more,
})
const journey = view('anreise', { kind: 'choice', options: ['Bahn', 'Auto', 'Rad'], answered: 3 })
const parking = view('parkplatz', { kind: 'consent', shownIf: { question: 'anreise', is: ['Auto'] } })
const plate = view('kennzeichen', { shownIf: { question: 'parkplatz', is: ['yes'] } })
const old = view('hotel', { answered: 2 })
const opened = () => formOf({ questions: [journey, parking, plate], retired: [old], needs: [{ kind: 'diet', bookBy: '2026-12-01' }] })
const keyOf = (form: QuestionsForm, name: string) => [...form.questions, ...form.retired].find((row) => row.name === name)!.key
const edit = (form: QuestionsForm, name: string, change: Parameters<typeof changeQuestion>[2]) => changeQuestion(form, keyOf(form, name), change)

describe('the form of questions', () => {
  it('sends back what it was made from, in words that the contract takes', () => {
    const sent = sentOf(opened())
    expect(sent.questions.map(({ key, shownIf }) => [key, shownIf])).toEqual([
      ['anreise', null], ['parkplatz', { question: 'anreise', is: ['Auto'] }], ['kennzeichen', { question: 'parkplatz', is: ['yes'] }],
    ])
    expect(sent.needs).toEqual([{ kind: 'diet', bookBy: '2026-12-01' }])
    expect(QuestionsInput.safeParse(sent).success).toBe(true)
    expect(asksTheSame(opened(), opened())).toBe(true)
  })

  it('keeps options that somebody may have chosen', () => {
    const form = formOf({ questions: [journey, view('essen', { kind: 'several', options: ['a', 'b'] })], needs: [] })
    expect(form.questions.map(({ options }) => options.every(({ isKept }) => isKept))).toEqual([true, false])
  })

  it('names a new question after its wording until somebody names it or it is saved', () => {
    let form: QuestionsForm = { ...opened(), questions: [...opened().questions, newQuestion()] }
    const { key } = form.questions.at(-1)!
    form = changeQuestion(form, key, { label: 'Hotel' })
    expect(form.questions.at(-1)!.name).toBe('hotel_2')
    form = changeQuestion(form, key, { name: 'zimmer', follows: false })
    form = changeQuestion(form, key, { label: 'Hotel für die Nacht' })
    expect(form.questions.at(-1)!.name).toBe('zimmer')
    expect(edit(opened(), 'anreise', { label: 'Ganz anders' }).questions[0]!.name).toBe('anreise')
  })

  it('says of questions without a wording only that the wording is missing', () => {
    const { error } = QuestionsInput.safeParse(sentOf({ ...opened(), questions: [newQuestion(), newQuestion()] }))
    expect(error?.issues.map(({ path }) => path.join('/'))).toEqual(['questions/0/label', 'questions/1/label'])
  })

  it('asks nobody for consent as a condition, and starts a choice with two rows', () => {
    const form = opened()
    expect(edit(edit(form, 'kennzeichen', { required: true }), 'kennzeichen', { kind: 'consent' }).questions[2]!.required).toBe(false)
    expect(edit(form, 'kennzeichen', { kind: 'several' }).questions[2]!.options.map(({ text }) => text)).toEqual(['', ''])
  })

  it('lets conditions follow when what they ask about is worded or named anew', () => {
    const fresh = formOf({ questions: [{ ...journey, answered: 0 }, parking], needs: [] })
    const [first] = fresh.questions
    const form = edit(edit(fresh, 'anreise', { options: first!.options.map((option) => (option.text === 'Auto' ? { ...option, text: 'Pkw' } : option)) }), 'anreise', { name: 'weg', follows: false })
    expect(sentOf(form).questions[1]!.shownIf).toEqual({ question: 'weg', is: ['Pkw'] })
  })

  it('offers for a condition only what stands before and has options or a box', () => {
    const form = opened()
    expect(form.questions.map(({ key }) => askableBefore(form.questions, key).map(({ name }) => name))).toEqual([[], ['anreise'], ['anreise', 'parkplatz']])
    const moved = moveRow(form.questions, 0, 1)
    expect(askableBefore(moved, keyOf(form, 'parkplatz'))).toEqual([])
    expect(QuestionsInput.safeParse(sentOf({ ...form, questions: moved })).error?.issues).toMatchObject([{ path: ['questions', 0, 'shownIf', 'question'], message: 'field.condition_question' }])
  })

  it('retires what was answered, drops what was not, and takes the conditions along', () => {
    const form = opened()
    expect(dependentsOf(form, keyOf(form, 'anreise')).map(({ name }) => name)).toEqual(['parkplatz'])
    const without = removeQuestion(form, keyOf(form, 'anreise'))
    expect(without.questions.map(({ name, condition }) => [name, condition === null])).toEqual([['parkplatz', true], ['kennzeichen', false]])
    expect(without.retired.map(({ name }) => name)).toEqual(['hotel', 'anreise'])
    expect(removeQuestion(form, keyOf(form, 'kennzeichen')).retired.map(({ name }) => name)).toEqual(['hotel'])
  })

  it('asks a retired question again, as the last one', () => {
    const asked = opened()
    const again = restoreQuestion(asked, keyOf(asked, 'hotel'))
    expect([again.questions.map(({ name }) => name), again.retired]).toEqual([['anreise', 'parkplatz', 'kennzeichen', 'hotel'], []])
  })

  it('counts the options that the API counts', () => {
    const form = edit(opened(), 'kennzeichen', { kind: 'several', options: [newOption(''), newOption('A'), newOption(' '), newOption('B')] })
    const tidied = withoutEmptyOptions(form)
    expect(tidied.questions[2]!.options.map(({ text }) => text)).toEqual(['A', 'B'])
    expect(sentOf(form).questions[2]!.options).toEqual(['A', 'B'])
    const one = withoutEmptyOptions(edit(opened(), 'kennzeichen', { kind: 'choice', options: [newOption(''), newOption('A')] }))
    expect(one.questions[2]!.options.map(({ text }) => text)).toEqual(['A', ''])
  })
})
