import { setTimeout as pause } from 'node:timers/promises'

/**
 * I9: health tells a fault while it lasts, and that it is over afterwards. Waits for it, because nobody notices at once.
 * @param fault its name as `/health/ready` says it; null: nothing may be wrong
 * @returns a sentence with the last answer when it does not say so in time; empty when it does
 */
export async function healthFaults(url: string, fault: string | null, withinMs = 20_000): Promise<string[]> {
  const deadline = AbortSignal.timeout(withinMs)
  let said = ''
  do {
    said = await readiness(url)
    // Without its queue a server goes on taking registrations, and stays in the load balancer.
    if (said === (fault === null ? '200 ready' : `${fault === 'queue' ? 200 : 503} ${fault}`)) return []
    await pause(50)
  } while (!deadline.aborted)
  return [`I9: health says "${said}" ${fault === null ? 'and nothing is wrong' : `while the fault is ${fault}`}`]
}

async function readiness(url: string): Promise<string> {
  try {
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(10_000) })
    const { status, fault } = (await answer.json()) as { status?: string; fault?: string }
    return `${answer.status} ${fault ?? status}`
  } catch (error) {
    return `no answer: ${String((error as Error).cause ?? error)}`
  }
}
