import { envelopeOf, newCalendarUid, newPostage, organiserAddress } from './postage.js'

const config = { mailFrom: { name: 'Dialogwerk', address: 'einladung@bürger.example' }, mailReplyTo: null }

describe('postage', () => {
  it('is never the same, in the domain of MAIL_FROM as mail servers write it', () => {
    const [one, two] = [newPostage(config), newPostage(config)]
    expect(one.messageId).toMatch(/^[0-9a-f]{32}@xn--brger-kva\.example$/)
    expect(one.verp).toMatch(/^[0-9a-f]{24}$/)
    expect(one.messageId).not.toBe(two.messageId)
    expect(one.verp).not.toBe(two.verp)
    expect(newCalendarUid(config)).toMatch(/^[0-9a-f]{32}@xn--brger-kva\.example$/)
  })

  it('returns to an address that names the message and answers to one that is read', () => {
    const postage = { messageId: 'aa@xn--brger-kva.example', verp: 'bb' }
    expect(envelopeOf(config, postage, 'Team')).toMatchObject({
      from: { name: 'Team', address: 'einladung@bürger.example' }, replyTo: { name: 'Team', address: 'einladung@bürger.example' }, verpAddress: 'einladung+bb@xn--brger-kva.example',
    })
    const replyTo = { name: 'Kontakt', address: 'kontakt@stadt.example' }
    expect(envelopeOf({ ...config, mailReplyTo: replyTo }, postage, 'Team').replyTo).toEqual(replyTo)
  })

  it('names the same organiser in everything about one entry', () => {
    const uid = newCalendarUid(config)
    expect(organiserAddress(config, uid)).toBe(`einladung+${uid.slice(0, 24)}@xn--brger-kva.example`)
  })
})
