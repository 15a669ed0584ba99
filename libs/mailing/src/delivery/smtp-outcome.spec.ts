import { outcomeOfFault } from './smtp-outcome.js'

describe('a fault on the way', () => {
  it.each([
    [{ code: 'EENVELOPE', responseCode: 550, response: '550 5.1.1 No such user' }, { kind: 'refused', reply: '550 5.1.1 No such user' }],
    [{ code: 'EMESSAGE', responseCode: 552, response: '552 Too\r\nlarge' }, { kind: 'refused', reply: '552 Too large' }],
    [{ code: 'EENVELOPE', responseCode: 451, response: '451 Later' }, { kind: 'later', reason: 'smtp_451' }],
    // Our password, the relay's mood: nothing that says anything about the mail.
    [{ code: 'EAUTH', responseCode: 535, response: '535 Wrong password' }, { kind: 'later', reason: 'smtp_535' }],
    [{ code: 'EPROTOCOL', responseCode: 554, response: '554 Not you' }, { kind: 'later', reason: 'smtp_554' }],
    [{ code: 'EAUTH' }, { kind: 'later', reason: 'smtp_sign_in' }],
    [{ code: 'ETIMEDOUT' }, { kind: 'later', reason: 'smtp_timeout' }],
    [{ code: 'ESOCKET' }, { kind: 'later', reason: 'smtp_connection' }],
    [{ code: 'EDNS' }, { kind: 'later', reason: 'smtp_no_such_host' }],
    [{ code: 'EENVELOPE' }, { kind: 'later', reason: 'smtp_fault' }],
    [new Error('something else'), { kind: 'later', reason: 'smtp_fault' }],
    [null, { kind: 'later', reason: 'smtp_fault' }],
  ])('%j is read as %j', (fault, outcome) => expect(outcomeOfFault(fault)).toEqual(outcome))

  it('keeps at most 300 characters of the reply, cut between characters', () => {
    const outcome = outcomeOfFault({ code: 'EENVELOPE', responseCode: 550, response: '🎉'.repeat(400) })
    expect(outcome.kind === 'refused' && [...outcome.reply]).toHaveLength(300)
  })
})
