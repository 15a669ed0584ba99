import { Redis } from 'ioredis'

/** The connection for counting: a request waits at most a second for a Redis that is gone or silent, then counting goes on in memory. */
export function connectCounter(url: string, report: (error: unknown) => void): Redis {
  // Nothing that is counted needs a slow goodbye: `disconnectTimeout` would hold the process for two seconds when Redis is gone.
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 1_000, disconnectTimeout: 100 })
  redis.on('error', report)
  return redis
}
