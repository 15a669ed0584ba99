import { Redis } from 'ioredis'
import { type Finding, fault, note, ok } from './finding.js'
import { greet } from './smtp-greeting.js'

const PATIENCE_MILLISECONDS = 3_000
/** Ids that wait in the queue are soon taken; this many are not. */
const LONG_QUEUE = 1_000
/** Where BullMQ keeps the ids that wait and those in hand. */
const QUEUE_LISTS = ['dialogwerk:outbox:wait', 'dialogwerk:outbox:active'] as const

/** Redis answers, keeps what it is given, and its queue is short. */
export async function checkRedis(url: string): Promise<Finding[]> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null, connectTimeout: PATIENCE_MILLISECONDS, commandTimeout: PATIENCE_MILLISECONDS })
  // Without a listener ioredis prints by itself; the fault is told below.
  redis.on('error', () => undefined)
  try {
    await redis.connect()
    const [waiting = 0, active = 0] = await Promise.all(QUEUE_LISTS.map((key) => redis.llen(key)))
    const said = `Redis: answers, ${waiting} waiting and ${active} in hand`
    const findings = [waiting > LONG_QUEUE ? note(said, 'start more workers if this does not go down') : ok(said)]
    // Hosted servers may forbid CONFIG: then nobody knows.
    const [, policy] = (await redis.config('GET', 'maxmemory-policy').catch(() => [])) as string[]
    if (policy !== undefined && policy !== 'noeviction') findings.push(note(`Redis: maxmemory-policy is ${policy}, so it may forget work until the next sweep`, 'set maxmemory-policy to noeviction'))
    return findings
  } catch (error) {
    const refused = /NOAUTH|WRONGPASS/.test(String(error))
    return [fault(refused ? 'Redis: refuses user or password' : 'Redis: cannot be reached', 'check REDIS_URL and whether the server runs')]
  } finally {
    redis.disconnect()
  }
}

/** The mail server greets and answers EHLO. No mail is sent and nobody signs in. */
export async function checkSmtp(url: string): Promise<Finding[]> {
  const { protocol, hostname, username, searchParams } = new URL(url)
  try {
    const { startTls } = await greet(url, PATIENCE_MILLISECONDS)
    const isTrusted = searchParams.get('starttls') === 'never' || (username === '' && /^(localhost$|127\.|\[::1\]$)/.test(hostname))
    // Delivery would refuse the way, and every letter would wait.
    if (protocol === 'smtp:' && !startTls && !isTrusted) {
      return [fault('SMTP: answers EHLO but offers no STARTTLS, so no mail goes out', 'use a server with STARTTLS or smtps://, or add ?starttls=never to SMTP_URL where the way is trusted')]
    }
    return [ok(`SMTP: answers EHLO${username === '' ? '' : ' (sign-in not tried)'}`)]
  } catch (error) {
    return [fault(`SMTP: ${error instanceof Error ? error.message : 'no answer'}`, 'check SMTP_URL, the firewall and whether the server runs')]
  }
}
