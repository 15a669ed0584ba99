import { BarrierReportEntity, BarrierReports, HostEntity } from '@app/events'
import { MessageEntity } from '@app/mailing'
import { OutboxEntity } from '@app/platform'
import { onEachDatabase } from '../support/databases.js'
import { type MailRooms, openMailRooms, plantFullEvent } from './mail-rooms.js'

onEachDatabase('the letter about a reported barrier', (database) => {
  let rooms: MailRooms
  let host: HostEntity
  beforeAll(async () => {
    rooms = await openMailRooms(database)
    await plantFullEvent(rooms)
    host = (await rooms.transactions.read.find(HostEntity))[0]!
  }, 60_000)
  afterAll(() => rooms.close())

  const said = { barrierText: 'Kein Zugang.\nSiehe https://evil.example/{manageLink}', barrierPage: 'Bürgerhaus', barrierContact: 'ada@melder.example' }
  const report = () => rooms.get(BarrierReports).add(host.slug, 'en', said)
  const workOf = (subjectId: string) => rooms.transactions.read.findOneByOrFail(OutboxEntity, { subjectId })

  test('goes to whoever runs the installation without the words, as long as the host has no address', async () => {
    await report()
    await rooms.drain()
    const [mail] = await rooms.mailsTo('einladung@dialog.example')
    expect(mail!.parsed.subject).toBe('Gemeldete Barriere')
    expect(mail!.parsed.text).toContain('https://dialog.example/console/barrieren')
    expect(mail!.parsed.text).toContain('Stiftung Beispiel\nMusterallee 1')
    expect(mail!.raw).not.toMatch(/Kein Zugang|melder|evil/)
  })

  test('goes to the host with the words, in which nothing is a link or a command', async () => {
    await rooms.transactions.run((tx) => tx.db.update(HostEntity, { id: host.id }, { senderEmail: 'Barrierefrei@Stiftung.example' }))
    const id = await report()
    expect((await workOf(id)).lane).toBe('stiftung.example')
    await rooms.drain()
    const [mail] = await rooms.mailsTo('Barrierefrei@stiftung.example')
    const text = mail!.parsed.text!.replaceAll('\u200b', '')
    for (const words of ['Kein Zugang.', 'Wo: Bürgerhaus', 'Antwort an: ada@melder.example', '/{manageLink}']) expect(text).toContain(words)
    expect(`${mail!.parsed.text}${mail!.parsed.html}`).not.toMatch(/https:\/\/evil/)
    expect(await rooms.transactions.read.findOneByOrFail(MessageEntity, { outboxId: (await workOf(id)).id })).toMatchObject({ kind: 'barrier_reported', fate: 'sent', participationId: null })
  })

  test('is withheld when the report was closed or deleted before', async () => {
    const [closed, gone] = [await report(), await report()]
    await rooms.transactions.run(async (tx) => {
      await tx.db.update(BarrierReportEntity, { id: closed }, { closedAt: rooms.clock.now() })
      await tx.db.delete(BarrierReportEntity, { id: gone })
    })
    await rooms.drain()
    expect([await workOf(closed), await workOf(gone)]).toMatchObject([{ state: 'withheld', reason: 'state_changed' }, { state: 'withheld', reason: 'gone' }])
  })
})
