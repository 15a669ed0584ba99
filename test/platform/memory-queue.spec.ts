import { MemoryQueue } from '@app/platform'
import { queueContract } from './queue-contract.js'

describe('the queue in memory', () => {
  queueContract(async () => {
    const reports: unknown[] = []
    return { queue: new MemoryQueue((error) => reports.push(error)), reports }
  })
})
