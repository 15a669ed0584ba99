import { onSqlite } from '../support/databases.js'
import { probeIn } from './probe.js'

onSqlite('many transactions at once', (database) => {
  const probe = probeIn(database)

  test('leave turns of the event loop to everybody else', async () => {
    const { transactions } = probe()
    let turns = 0
    let isDone = false
    const count = () => {
      turns += 1
      if (!isDone) setImmediate(count)
    }
    setImmediate(count)
    await Promise.all(Array.from({ length: 50 }, () => transactions.run((tx) => tx.db.query('SELECT 1'))))
    isDone = true
    expect(turns).toBeGreaterThan(40)
  })
})
