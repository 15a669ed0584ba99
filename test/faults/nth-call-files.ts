import fs from 'node:fs'
import files from 'node:fs/promises'
import type { NthCall } from './nth-call.js'

type Call = (...given: never[]) => unknown
type Calls = Record<string, Call>

/** Calls that name a file, in the two shapes of Node.js. */
const OF_PATHS: readonly [object, readonly string[]][] = [
  [files, ['open', 'mkdir', 'rename', 'rm', 'readFile', 'link', 'writeFile']],
  [fs, ['openSync', 'mkdirSync', 'renameSync', 'linkSync', 'chmodSync', 'readFileSync', 'writeFileSync', 'rmSync']],
]
/** Calls of a file that is open. */
const OF_HANDLES = ['writeFile', 'sync', 'close', 'chmod', 'datasync'] as const
/** What streams call, with a callback at the end. */
const OF_NUMBERS = ['write', 'writev', 'fsync', 'close'] as const

/**
 * Lets a call to a file below a folder fail as a full disk does: `refused` before it does anything, `lost` with half of what was to be
 * written, `unanswered` after all of it.
 * @returns puts everything back
 */
export function failFiles(folder: string, fault: NthCall): () => void {
  const before: (() => void)[] = []
  const numbers = new Set<number>()
  const replace = (owner: Calls, name: string, made: (real: Call) => Call) => {
    const real = owner[name]!
    owner[name] = made(real)
    before.push(() => { owner[name] = real })
  }
  const isOurs = (path: unknown) => typeof path === 'string' && path.startsWith(folder)
  for (const [owner, names] of OF_PATHS) {
    for (const name of names) {
      replace(owner as Calls, name, (real) => function (this: unknown, ...given: never[]) {
        if (!isOurs(given[0])) return real.apply(this, given)
        const result = carriedOut(fault, name, given, (changed) => real.apply(this, changed))
        if (name === 'openSync') numbers.add(result as number)
        return name === 'open' ? (result as Promise<object>).then((handle) => watched(handle, fault)) : result
      })
    }
  }
  for (const name of OF_NUMBERS) {
    replace(fs as unknown as Calls, name, (real) => function (this: unknown, ...given: never[]) {
      const done = given.at(-1) as unknown as (error: Error) => void
      if (!numbers.has(given[0] as unknown as number) || typeof done !== 'function' || !fault.isTurn(name)) return real.apply(this, given)
      // A number is let go of whatever close says.
      if (fault.way === 'unanswered' || name === 'close') return real.apply(this, [...given.slice(0, -1), () => done(full())] as never[])
      setImmediate(() => done(full()))
    })
  }
  return () => { for (const back of before.reverse()) back() }
}

function watched(handle: object, fault: NthCall): object {
  for (const name of OF_HANDLES) {
    const real = (handle as Calls)[name]!.bind(handle)
    ;(handle as Calls)[name] = (...given: never[]) => {
      // A handle that is not closed ends this process one day: its number is let go of whatever close says.
      if (name === 'close' && fault.way !== 'unanswered') return carriedOut({ isTurn: (what) => fault.isTurn(what), way: 'unanswered' }, name, given, (changed) => real(...changed))
      return carriedOut(fault, name, given, (changed) => real(...changed))
    }
  }
  return handle
}

/** Carries a call out, or not, or by half; both shapes of Node.js fail in their own way. */
function carriedOut(fault: Pick<NthCall, 'isTurn' | 'way'>, name: string, given: never[], carryOut: (given: never[]) => unknown): unknown {
  const isSync = name.endsWith('Sync')
  if (!fault.isTurn(name)) return carryOut(given)
  const at = given.findIndex((one) => name.startsWith('writeFile') && (Buffer.isBuffer(one) || (typeof one === 'string' && one !== given[0])))
  const text = name.startsWith('writeFile') ? Math.max(at, name === 'writeFileSync' ? 1 : 0) : -1
  const fail = () => { throw full() }
  if (fault.way === 'refused' || (fault.way === 'lost' && text < 0)) return isSync ? fail() : Promise.reject(full())
  const changed = fault.way === 'lost' ? given.map((one, index) => (index === text ? half(one) : one)) as never[] : given
  const result = carryOut(changed)
  if (name === 'openSync') fs.closeSync(result as number)
  if (isSync) return fail()
  // Nobody has the handle who could close it.
  return (result as Promise<unknown>).then((opened) => (name === 'open' ? (opened as files.FileHandle).close() : undefined)).then(fail)
}

function half(content: string | Buffer): string | Buffer {
  return typeof content === 'string' ? content.slice(0, content.length / 2) : content.subarray(0, content.length / 2)
}

function full(): Error {
  return Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', errno: -28 })
}
