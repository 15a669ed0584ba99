import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Withdrawals } from '@app/participants'
import { participantActor } from '@app/staff'
import { describeWith, mailJudge, systemPython } from '../services/index.js'
import { onSqlite } from '../support/databases.js'
import { type MailRooms, changeEvent, openMailRooms, plantFullEvent, somebody, take } from './mail-rooms.js'

describeWith('mail-judge', 'five calendar parsers', () => {
  onSqlite('over the letters of one event', (database) => {
    let rooms: MailRooms
    beforeAll(async () => {
      rooms = await openMailRooms(database)
    }, 60_000)
    afterAll(() => rooms.close())

    test('find no fault with any of them, from the first registration to the cancellation', async () => {
      const eventId = await plantFullEvent(rooms, { capacity: 2, title: 'Teilhabe: „Vor Ort“; Kommunen, Länder' })
      const people = [somebody({ familyName: 'Öztürk-Łukaszewicz' }), somebody({ language: 'en' }), somebody({ givenName: '"Jo"', familyName: 'Müller, M.A.' })]
      const rows = []
      for (const who of people) {
        rows.push(await take(rooms, eventId, who))
        await rooms.drain()
      }
      await rooms.get(Withdrawals).withdraw(rows[0]!.id, participantActor(rows[0]!.id))
      await rooms.drain()
      await changeEvent(rooms, eventId, { title: 'Teilhabe verankern' })
      await rooms.drain()
      await changeEvent(rooms, eventId, { state: 'cancelled' })
      await rooms.drain()
      const files = readdirSync(rooms.mailFolder).filter((name) => name.endsWith('.eml')).map((name) => join(rooms.mailFolder, name))
      const withDate = (await Promise.all(people.map(({ email }) => rooms.mailsTo(email)))).flat().filter(({ calendar }) => calendar)
      expect(withDate.map(({ calendar }) => calendar!.method).sort()).toEqual(['CANCEL', 'CANCEL', 'CANCEL', 'REQUEST', 'REQUEST', 'REQUEST', 'REQUEST', 'REQUEST'])
      const judged = files.filter((file) => withDate.some(({ name }) => file.endsWith(name)))
      const { status, stdout, stderr } = spawnSync(systemPython, [mailJudge, ...judged], { encoding: 'utf8', timeout: 100_000 })
      expect(`${stdout}${stderr}`).not.toMatch(/\bERROR\b/)
      expect(stdout.match(/5\/5 read it/g)).toHaveLength(judged.length)
      expect(status).toBe(0)
    }, 120_000)
  })
})
