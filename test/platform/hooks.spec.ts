import { HookPoint, Nothing, Problem, type Tx, newId } from '@app/platform'
import { onEachDatabase } from '../support/databases.js'
import { Probe, probeIn } from './probe.js'

interface Hooks {
  withdrawn(tx: Tx, event: { note: string }): Promise<void>
}

onEachDatabase('a hook that refuses', (database) => {
  const probe = probeIn(database)

  test('rolls back everything: the caller, the hooks before it and what waits for the commit', async () => {
    const { transactions } = probe()
    const point = new HookPoint<Hooks>('participants')
    const write = (tx: Tx, note: string) => tx.db.insert(Probe, { id: newId(), note })
    const ran: string[] = []
    let refuse = true
    point.join([
      { withdrawn: async (tx, { note }) => void (await write(tx, `first ${note}`)) },
      new Nothing('has nothing to free'),
      { withdrawn: async () => { if (refuse) throw new Problem('agenda_item_in_use') } },
      { withdrawn: async (tx, { note }) => void (await write(tx, `last ${note}`)) },
    ])
    const withdraw = () => transactions.run(async (tx) => {
      await write(tx, 'caller')
      tx.afterCommit(() => ran.push('after'))
      await point.call('withdrawn', tx, { note: 'withdrawal' })
    })
    await expect(withdraw()).rejects.toMatchObject({ code: 'agenda_item_in_use' })
    expect(await transactions.read.count(Probe)).toBe(0)
    expect(ran).toEqual([])
    refuse = false
    await withdraw()
    const notes = (await transactions.read.find(Probe)).map(({ note }) => note)
    expect(notes.sort()).toEqual(['caller', 'first withdrawal', 'last withdrawal'])
    expect(ran).toEqual(['after'])
  })
})
