import { Redis } from 'ioredis'

/** The connection for counting: a request waits at most a second for a Redis that is gone or silent, then counting goes on in memory. */
export function connectCounter(url: string, report: (error: unknown) => void): Redis {
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 1_000 })
  redis.on('error', report)
  return redis
}
