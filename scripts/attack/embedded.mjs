import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StepFailed } from '../step.mjs'

/**
 * The built product with its demo, in a folder of its own, without limits that would keep a scanner out.
 * @returns {Promise<{ url: string, headers: Record<string, string>, stop: () => Promise<void> }>} with the headers of somebody who has every right
 */
export async function startEmbedded() {
  const folder = mkdtempSync(join(tmpdir(), 'dialogwerk-attack-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['dist/apps/api/src/main.js'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, PORT: String(port), PUBLIC_URL: url, DATA_DIR: join(folder, 'data'), DEMO: '1', LOG_LEVEL: 'error', LIMIT_SIGNUPS_PER_IP: '0', FORM_MIN_SECONDS: '0' },
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const link = await signInLink(child, ended)
    return { url, headers: await signIn(link, url), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function signInLink(child, ended) {
  return new Promise((resolve, reject) => {
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text
      const [, link] = /Sign in\s+(\S+)[\s\S]*Stop with Ctrl-C/.exec(output) ?? []
      if (link) resolve(link)
    })
    ended.then(() => reject(new StepFailed(`The installation did not start:\n${output}`, 'Its last lines say why.')))
  })
}

/** Presses the button of the printed link. */
async function signIn(link, origin) {
  const page = await (await fetch(link)).text()
  const fields = [...page.matchAll(/<input\b[^>]*\bname="([^"]+)"[^>]*\bvalue="([^"]*)"/g)].map(([, name, value]) => [name, value])
  const answer = await fetch(link, { method: 'POST', redirect: 'manual', headers: { origin }, body: new URLSearchParams(fields) })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (!cookie) throw new StepFailed(`The sign-in link answered ${answer.status}.`, 'Try `npm start` and the link it prints.')
  const session = await (await fetch(`${origin}/api/v1/session`, { headers: { cookie } })).json()
  return { cookie, 'x-csrf-token': session.csrf }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
