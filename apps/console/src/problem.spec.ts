import { fieldErrors, NetworkError, problemFrom, ProblemError } from './problem.js'

const refused = (errors: { pointer: string; code: string; detail: string }[]) =>
  new ProblemError({ type: 'about:blank', title: 'Invalid', status: 422, code: 'request.invalid', detail: 'Zwei Angaben stimmen nicht.', errors })

describe('fieldErrors', () => {
  it('keys the sentences by pointer without the slash and keeps the first per field', () => {
    const error = refused([
      { pointer: '/days/0/endsAt', code: 'field.time', detail: 'Das Ende fehlt.' },
      { pointer: '/days/0/endsAt', code: 'field.order', detail: 'Das Ende liegt vor dem Beginn.' },
      { pointer: '/title', code: 'field.required', detail: 'Der Titel fehlt.' },
    ])
    expect(fieldErrors(error)).toEqual({ 'days/0/endsAt': 'Das Ende fehlt.', title: 'Der Titel fehlt.' })
  })

  it('reads fragment pointers and escapes', () => {
    expect(fieldErrors(refused([{ pointer: '#/a~1b~0c', code: 'x', detail: 'y' }]))).toEqual({ 'a/b~c': 'y' })
  })

  it('finds no fields in other errors', () => {
    expect(fieldErrors(new NetworkError())).toEqual({})
    expect(fieldErrors(null)).toEqual({})
  })
})

describe('problemFrom', () => {
  it('makes a problem of an answer that is none', () => {
    expect(problemFrom(500, undefined)).toMatchObject({ status: 500, code: 'http.500', detail: '' })
    expect(problemFrom(413, { message: 'too large' })).toMatchObject({ status: 413, code: 'http.413' })
  })
})
