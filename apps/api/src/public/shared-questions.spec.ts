import { SharedQuestions } from './shared-questions.js'

/** A question whose answers are given by hand, in the order in which it was asked. */
function byHand() {
  const open: { answer: (text: string) => void; fail: (error: Error) => void }[] = []
  const asked = jest.fn(() => new Promise<string>((answer, fail) => open.push({ answer, fail })))
  return { open, asked }
}

const turns = async () => {
  for (let n = 0; n < 5; n++) await new Promise((resolve) => setImmediate(resolve))
}

test('a hundred callers at once are two questions', async () => {
  const { open, asked } = byHand()
  const questions = new SharedQuestions<string>()
  const answers = Array.from({ length: 100 }, () => questions.ask('a', asked))
  await turns()
  expect(asked).toHaveBeenCalledTimes(1)
  open[0]!.answer('one')
  await turns()
  expect(asked).toHaveBeenCalledTimes(2)
  open[1]!.answer('two')
  expect(await Promise.all(answers)).toEqual(['one', ...Array.from({ length: 99 }, () => 'two')])
  questions.ask('a', asked).catch(() => undefined)
  expect(asked).toHaveBeenCalledTimes(3)
})

test('who comes while a question is out gets an answer that was asked for afterwards', async () => {
  const { open, asked } = byHand()
  const questions = new SharedQuestions<string>()
  const early = questions.ask('a', asked)
  await turns()
  const late = [questions.ask('a', asked), questions.ask('a', asked)]
  await turns()
  expect(asked).toHaveBeenCalledTimes(1)
  open[0]!.answer('old')
  expect(await early).toBe('old')
  await turns()
  expect(asked).toHaveBeenCalledTimes(2)
  open[1]!.answer('new')
  expect(await Promise.all(late)).toEqual(['new', 'new'])
})

test('other keys do not wait, and a failed question is the failure of those alone who asked it', async () => {
  const { open, asked } = byHand()
  const questions = new SharedQuestions<string>()
  const failing = questions.ask('a', asked)
  await turns()
  const [other, next] = [questions.ask('b', asked), questions.ask('a', asked)]
  await turns()
  open[1]!.answer('b')
  expect(await other).toBe('b')
  open[0]!.fail(new Error('gone'))
  await expect(failing).rejects.toThrow('gone')
  await turns()
  open[2]!.answer('a')
  expect(await next).toBe('a')
})
