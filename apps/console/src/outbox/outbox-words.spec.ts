import { OUTBOX_STATES, OutboxQuery, type OutboxItem } from '@app/contracts'
import { de } from '../texts/de.js'
import { OUTBOX_VIEWS, outboxLook, outboxMoment, outboxSentences, readOutboxAddress, shownViews, totalOf, writeOutboxAddress } from './outbox-words.js'

const counts = { pending: 2, running: 0, done: 41, withheld: 0, failed: 1 }
const after = 'failed.01935e00-0000-7000-8000-000000000000'
const item = (facts: Partial<OutboxItem> = {}): OutboxItem => ({
  id: 'm', mail: 'place_confirmed', what: 'Platz bestätigt', state: 'done', reason: null, reasonText: null, advice: null, mayBeSentAgain: false, attempts: 1,
  createdAt: '2026-11-25T09:00:00.000Z', nextTryAt: null, settledAt: '2026-11-25T09:01:00.000Z', person: { id: 'p', name: 'Ada Muster' }, subject: 'Platz bestätigt: Teilhabe', smtpReply: null, ...facts,
})

describe('address of the mails', () => {
  it('comes back the same after writing and reading, and the API takes it', () => {
    for (const address of [{ state: null, after: null }, { state: 'failed' as const, after }]) expect(readOutboxAddress(writeOutboxAddress(address))).toEqual(address)
    expect(OutboxQuery.parse({ state: 'failed', after })).toEqual({ state: 'failed', after, limit: 50 })
  })

  it('drops a state that nobody knows', () => {
    expect(readOutboxAddress('?state=lost')).toEqual({ state: null, after: null })
  })
})

describe('views of the mails', () => {
  it('begin with what failed, leave out empty ones but the usual, and add up', () => {
    expect([...OUTBOX_VIEWS].sort()).toEqual([...OUTBOX_STATES].sort())
    expect(shownViews(counts, null)).toEqual(['failed', 'pending', 'done'])
    expect(shownViews({ ...counts, withheld: 3 }, 'running')).toEqual(['failed', 'pending', 'running', 'withheld', 'done'])
    expect(totalOf(counts, null)).toBe(44)
    expect(totalOf(counts, 'done')).toBe(41)
  })
})

describe('words of a mail', () => {
  it('tell a first try from a later one by shape and word', () => {
    expect(outboxLook({ state: 'pending', attempts: 0 }, 'de', de)).toEqual({ icon: 'clock', tone: 'none', word: 'Wartet' })
    expect(outboxLook({ state: 'pending', attempts: 2 }, 'de', de)).toEqual({ icon: 'waiting', tone: 'wait', word: 'Neuer Versuch folgt' })
    expect(new Set(OUTBOX_STATES.map((state) => outboxLook({ state, attempts: 0 }, 'de', de).icon)).size).toBe(OUTBOX_STATES.length)
  })

  it('say why, then what the server said', () => {
    const failed = item({ state: 'failed', reasonText: 'Abgelehnt (550).', smtpReply: '550 No such user', advice: 'Klären Sie die Adresse.' })
    expect(outboxSentences(failed, 'Europe/Berlin', 'de', '2026-11-25', de)).toEqual(['Abgelehnt (550).', 'Antwort des Mailservers: „550 No such user“.'])
  })

  it('say when the next try is, in the zone of the event, and nothing of it before the first', () => {
    const later = item({ state: 'pending', reasonText: 'Noch nicht (451).', nextTryAt: '2026-11-25T09:05:00.000Z', settledAt: null })
    expect(outboxSentences(later, 'Europe/Berlin', 'de', '2026-11-25', de)).toEqual(['Noch nicht (451).', 'Nächster Versuch 25. Nov., 10:05 Uhr.'])
    expect(outboxSentences({ ...later, attempts: 0, reasonText: null }, 'Europe/Berlin', 'de', '2026-11-25', de)).toEqual([])
  })

  it('give the moment at which it was settled', () => {
    expect(outboxMoment(item(), 'Europe/Berlin', 'de', '2026-11-25')).toBe('25. Nov., 10:01 Uhr')
    expect(outboxMoment(item({ settledAt: null }), 'Europe/Berlin', 'de', '2027-01-02')).toBe('25. Nov. 2026, 10:00 Uhr')
  })
})
