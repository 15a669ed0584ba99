import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

/** A process of its own that ends in one way. */
async function ended(how: string): Promise<{ code: number; out: string; log: string }> {
  const child = spawn(process.execPath, [join(__dirname, 'run-typescript.mjs'), join(__dirname, 'end-by-surprise.ts'), how], { stdio: ['ignore', 'pipe', 'pipe'] })
  const [out, log, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close') as Promise<[number]>])
  return { code, out, log }
}

describe('a process', () => {
  test.each(['exception', 'rejection'])('that meets an error nobody caught (%s) logs it without its values, closes and ends with 1', async (how) => {
    const { code, out, log } = await ended(how)
    expect([code, out]).toEqual([1, 'closed\n'])
    expect(JSON.parse(log)).toMatchObject({ level: 60, msg: 'an error that nobody caught', err: { type: 'QueryFailedError', stack: expect.stringContaining('end-by-surprise.ts') } })
    expect(log).not.toContain('ada@stadt.example')
  }, 60_000)

  test('that cannot close says so and ends with 1 all the same', async () => {
    const { code, log } = await ended('fails to close')
    expect(code).toBe(1)
    expect(log).toContain('could not close')
    expect(log).not.toContain('ada@stadt.example')
  }, 60_000)

  test('that is asked to end closes and ends with 0', async () => {
    expect(await ended('signal')).toEqual({ code: 0, out: 'closed\n', log: '' })
  }, 60_000)

  test('whose start fails tells where, without the values', async () => {
    const { code, log } = await ended('start')
    expect(code).toBe(1)
    expect(log).toMatch(/^query failed: ?\n.*end-by-surprise\.ts/s)
    expect(log).not.toContain('ada@stadt.example')
  }, 60_000)
})
