import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { request as plainly } from 'node:http'
import { type RequestOptions, request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GuardedProcess, removeFolder } from '../services/guarded-process.js'
import { findProgram, freePort } from '../services/index.js'
import { root } from './compose-file.js'

/** The name in the instructions, for which the certificate is made. */
export const NAME = 'dialog.example.de'

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
}

/** A proxy as the instructions for operators have it; of them only addresses, certificate and the place of logs are others here. */
export class Proxy {
  private constructor(private readonly process: GuardedProcess, private readonly folder: string, private readonly ports: { http: number; https: number }, private readonly certificate: string) {}

  /** @param api the port of the api @param leave lines of the example to leave out, to see what they are for @throws Error with the output of the proxy when it does not take the configuration */
  static async start(kind: 'nginx' | 'caddy', api: number, leave = /(?!)/g): Promise<Proxy> {
    const folder = mkdtempSync(join(tmpdir(), `dw-${kind}-`))
    const [http, https] = [await freePort(), await freePort()]
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
    const made = spawnSync(findProgram('openssl')!, ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${NAME}`, '-addext', `subjectAltName=DNS:${NAME}`, '-keyout', key, '-out', certificate], { encoding: 'utf8' })
    if (made.status !== 0) throw new Error(made.stderr)
    const written = exampleOf(kind).replace(leave, '').replaceAll('127.0.0.1:3000', `127.0.0.1:${api}`)
    const file = join(folder, 'configuration')
    writeFileSync(file, kind === 'nginx' ? nginx(written, { folder, http, https, key, certificate }) : caddy(written, { folder, http, https, key, certificate }))
    const program = findProgram(kind)!
    const command = kind === 'nginx'
      ? [program, '-p', folder, '-e', join(folder, 'error.log'), '-c', file]
      : [findProgram('env')!, `XDG_CONFIG_HOME=${folder}`, `XDG_DATA_HOME=${folder}`, program, 'run', '--adapter', 'caddyfile', '--config', file]
    const process = await GuardedProcess.start(folder, command, /start worker processes|serving initial configuration/)
    return new Proxy(process, folder, { http, https }, readFileSync(certificate, 'utf8'))
  }

  /** One request by https as a browser makes it. */
  ask(path: string, { body, ...options }: RequestOptions & { body?: string } = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sent = request(this.options(path, options), (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve({ status: response.statusCode!, headers: response.headers, text: Buffer.concat(chunks).toString('utf8') }))
      })
      sent.on('error', reject).end(body)
    })
  }

  /** Begins a request with a body that never ends. */
  begin(path: string): { end(): void } {
    const sent = request(this.options(path, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '1000' } })).on('error', () => undefined)
    sent.write('a=')
    return { end: () => sent.destroy() }
  }

  /** Where plain http is sent on to. */
  redirect(path: string): Promise<string | undefined> {
    return new Promise((resolve, reject) => {
      plainly({ host: '127.0.0.1', port: this.ports.http, path, headers: { host: NAME } }, (response) => resolve(response.resume().headers.location)).on('error', reject).end()
    })
  }

  /** Everything that it has written, about requests and about what went wrong. */
  logs(): string {
    return [this.process.printed, ...['access.log', 'error.log'].map((name) => readFileSync(join(this.folder, name), { encoding: 'utf8', flag: 'a+' }))].join('\n')
  }

  async stop(): Promise<void> {
    await this.process.stop()
    removeFolder(this.folder)
  }

  private options(path: string, { headers, ...more }: RequestOptions): RequestOptions {
    return { host: '127.0.0.1', port: this.ports.https, servername: NAME, ca: this.certificate, agent: false, path, headers: { host: NAME, ...(headers as Record<string, string>) }, ...more }
  }
}

interface Place { folder: string; http: number; https: number; key: string; certificate: string }

/** The block of one language in the instructions. */
function exampleOf(kind: 'nginx' | 'caddy'): string {
  const [, block] = new RegExp(`\`\`\`${kind}\\n([^]*?)\`\`\``).exec(readFileSync(join(root, 'docs/operations/reverse-proxy.md'), 'utf8')) ?? []
  if (!block) throw new Error(`The instructions have no example for ${kind}`)
  return block
}

function nginx(example: string, { folder, http, https, key, certificate }: Place): string {
  const servers = example
    .replace('listen 80;', `listen 127.0.0.1:${http};`).replace('listen 443 ssl;', `listen 127.0.0.1:${https} ssl;`)
    .replace(/ssl_certificate .*/, `ssl_certificate ${certificate};`).replace(/ssl_certificate_key .*/, `ssl_certificate_key ${key};`)
  const logged = servers.replaceAll('/var/log/nginx/dialogwerk-error.log', `${folder}/error.log`).replaceAll('/var/log/nginx/dialogwerk.log', `${folder}/access.log`)
  const kept = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')
  return `daemon off; pid ${folder}/pid; ${process.getuid?.() === 0 ? 'user root;' : ''} error_log stderr notice; error_log ${folder}/error.log;
    events {} http { ${kept} ${logged} }`
}

function caddy(example: string, { folder, http, https, key, certificate }: Place): string {
  return example
    .replace('{\n', `{\n  admin off\n  http_port ${http}\n  https_port ${https}\n  default_bind 127.0.0.1\n`)
    .replace(`\n${NAME} {`, `\n${NAME} {\n  tls ${certificate} ${key}`)
    .replace('/var/log/caddy/dialogwerk.log', `${folder}/access.log`)
}
