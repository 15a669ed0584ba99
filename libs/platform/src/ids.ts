import { randomBytes } from 'node:crypto'
import { machineMilliseconds } from './clock.js'

/** Asking the system for a few bytes costs more than the rest of an id (measured), so they are asked for in one go and each is used once. */
const POOL_BYTES = 4_096
let pool = Buffer.alloc(0)

function freshBytes(count: number): Buffer {
  if (count > POOL_BYTES) return randomBytes(count)
  if (pool.length < count) pool = randomBytes(POOL_BYTES)
  const fresh = pool.subarray(0, count)
  pool = pool.subarray(count)
  return fresh
}

let lastMillisecond = 0
let counter = 0

/**
 * UUIDv7 (RFC 9562 §5.7), rising within this process: 48 bits of milliseconds, 12 bits of counter, 62 random bits.
 * Made before the insert, so that row, audit entry and outbox row share it. It tells the time of birth.
 */
export function newId(milliseconds = machineMilliseconds()): string {
  if (milliseconds > lastMillisecond) {
    lastMillisecond = milliseconds
    counter = freshBytes(1)[0]!
  } else if (++counter > 0xfff) {
    lastMillisecond += 1
    counter = 0
  }
  const random = freshBytes(8)
  random[0] = (random[0]! & 0x3f) | 0x80
  const time = lastMillisecond.toString(16).padStart(12, '0')
  const tail = random.toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${tail.slice(0, 4)}-${tail.slice(4)}`
}

/** Random text of `bytes` bytes in base64url: selectors, session ids, calendar UIDs. */
export function randomToken(bytes: number): string {
  return freshBytes(bytes).toString('base64url')
}
