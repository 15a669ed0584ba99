import { createHash } from 'node:crypto'
import type { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis, type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible'

export interface Rule {
  name: string
  /** Allowed calls per key in the window; 0 switches the rule off. */
  points: number
  windowSeconds: number
}

/**
 * Counts calls per key: in memory, or in Redis where several processes share the limit. When Redis is gone each process counts
 * for itself, because a registration must not be refused for a missing counter.
 */
export class Throttle {
  private readonly limiters = new Map<string, RateLimiterAbstract>()

  /** @param disguise turns a key, often an address, into what may stand in Redis (rule 5 of the house) */
  constructor(private readonly redis: Redis | null, private readonly disguise: (key: string) => string = digest) {}

  /** Takes one point; returns null when allowed, otherwise the seconds to wait. */
  async take(rule: Rule, key: string): Promise<number | null> {
    if (rule.points === 0) return null
    try {
      await this.limiter(rule).consume(this.disguise(key))
      return null
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
      throw refusal
    }
  }

  private limiter(rule: Rule): RateLimiterAbstract {
    const known = this.limiters.get(rule.name)
    if (known) return known
    const options = { keyPrefix: `throttle-${rule.name}`, points: rule.points, duration: rule.windowSeconds }
    const memory = new RateLimiterMemory(options)
    const made = this.redis ? new RateLimiterRedis({ ...options, storeClient: this.redis, insuranceLimiter: memory }) : memory
    this.limiters.set(rule.name, made)
    return made
  }
}

function digest(key: string): string {
  return createHash('sha256').update(key).digest('base64url')
}
