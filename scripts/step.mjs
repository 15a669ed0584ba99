import { spawn } from 'node:child_process'

/** A failure the reader can mend: one sentence that says what is wrong and one that says what to do. */
export class StepFailed extends Error {
  constructor(message, remedy) {
    super(message)
    this.remedy = remedy
  }
}

const heartbeatMs = 10_000

/**
 * Runs a Node.js program as one named step: a line at its start, a line every ten seconds, a line at its end.
 * What the program prints is shown only when it fails.
 * @param {string} name what the reader sees
 * @param {string[]} args arguments of node, the program first
 * @param {{ env?: Record<string, string> }} [options]
 * @returns {Promise<{ ok: boolean, output: string, seconds: number }>}
 */
export async function runStep(name, args, options = {}) {
  const start = performance.now()
  const seconds = () => Math.round((performance.now() - start) / 100) / 10
  console.log(`${name} …`)
  const heartbeat = setInterval(() => console.log(`${name} … ${Math.round(seconds())} s`), heartbeatMs)
  const chunks = []
  const child = spawn(process.execPath, args, { env: { ...process.env, NO_COLOR: '1', ...options.env }, stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.on('data', (chunk) => chunks.push(chunk))
  child.stderr.on('data', (chunk) => chunks.push(chunk))
  const code = await ended(child)
  clearInterval(heartbeat)
  const output = Buffer.concat(chunks).toString('utf8').trim()
  console.log(code === 0 ? `${name}: done in ${seconds()} s` : `${name}: FAILED after ${seconds()} s\n${output}`)
  return { ok: code === 0, output, seconds: seconds() }
}

/**
 * Waits for a child process and hands SIGTERM and SIGINT on to it, so that stopping a script leaves nothing running.
 * npm sends SIGTERM to the shell of a script alone, and the shell ends without handing it on: a new parent counts as SIGTERM.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} its exit code; 1 when it could not start or was ended by a signal
 */
export function ended(child) {
  return new Promise((resolve) => {
    const stop = (signal) => {
      child.kill(signal)
      process.exitCode = 1
    }
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
    const parent = process.ppid
    const orphanWatch = setInterval(() => {
      if (process.ppid !== parent) stop('SIGTERM')
    }, 500)
    const finish = (code) => {
      clearInterval(orphanWatch)
      process.off('SIGTERM', stop)
      process.off('SIGINT', stop)
      resolve(code ?? 1)
    }
    child.once('error', (error) => {
      console.error(error.message)
      finish(1)
    })
    child.once('close', finish)
  })
}
