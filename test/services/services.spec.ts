import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis as RedisClient } from 'ioredis'
import { createConnection } from 'mysql2/promise'
import { createTransport } from 'nodemailer'
import { MariadbServer, type Redis, type SmtpSink, describeWith, startMariadb, startRedis, startSmtpSink } from './index.js'

describeWith('mariadb', 'MariaDB for tests', () => {
  it('gives each suite databases of its own that keep letters outside latin1 and tell umlauts apart', async () => {
    const [first, second] = await Promise.all([startMariadb(), startMariadb()])
    expect(first.url).toMatch(/^mariadb:\/\/root@127\.0\.0\.1:\d+\/suite_\w+$/)
    expect(first.port).toBe(second.port)
    const connection = await createConnection(first.url.replace('mariadb:', 'mysql:'))
    await connection.query('CREATE TABLE person (name varchar(50) PRIMARY KEY)')
    await connection.query("INSERT INTO person VALUES ('Łukasz'), ('Müller'), ('Muller')")
    const [rows] = await connection.query('SELECT name FROM person ORDER BY name')
    expect(rows).toHaveLength(3)
    const [others] = await connection.query(`SHOW TABLES FROM ${new URL(second.url).pathname.slice(1)}`)
    expect(others).toEqual([])
    await first.stop()
    const [left] = await connection.query(`SHOW DATABASES LIKE '${new URL(first.url).pathname.slice(1)}'`)
    expect(left).toEqual([])
    await connection.end()
    await second.stop()
  })

  it('keeps what was committed when the server is killed and started again', async () => {
    const server = await MariadbServer.start()
    const count = async () => {
      const connection = await createConnection(server.url().replace('mariadb:', 'mysql:'))
      await connection.query('CREATE DATABASE IF NOT EXISTS kept')
      await connection.query('CREATE TABLE IF NOT EXISTS kept.run (at int)')
      await connection.query('INSERT INTO kept.run VALUES (1)')
      const [rows] = await connection.query('SELECT * FROM kept.run')
      await connection.end()
      return (rows as unknown[]).length
    }
    expect(await count()).toBe(1)
    await server.kill()
    await expect(count()).rejects.toThrow('ECONNREFUSED')
    await server.restart()
    expect(await count()).toBe(2)
    await server.stop()
    expect(existsSync(server.socket)).toBe(false)
  })
})

describeWith('redis', 'Redis for tests', () => {
  let redis: Redis
  beforeEach(async () => { redis = await startRedis() })
  afterEach(() => redis.stop())

  it('comes back empty on the same address after a crash', async () => {
    const client = new RedisClient(redis.url)
    client.on('error', () => undefined)
    await client.set('key', 'value')
    await redis.kill()
    await redis.restart()
    expect(await client.get('key')).toBeNull()
    client.disconnect()
  })
})

describe('a server of a test run', () => {
  it('is ended, and its folder removed, when the process that started it is killed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dw-guard-'))
    // The same guard as GuardedProcess uses, held by a process that is then killed.
    const script = `
      const { spawn } = require('node:child_process')
      const child = spawn('/bin/sh', ['-c', process.argv[1], 'guard', process.argv[2], 'sleep', '60'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
      console.log(child.pid)`
    const { guard } = await import('./guarded-process.js')
    const owner = spawn(process.execPath, ['-e', script, guard, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [pid] = await once(owner.stdout, 'data') as [Buffer]
    const server = Number(pid.toString())
    expect(isAlive(server)).toBe(true)
    owner.kill('SIGKILL')
    await expect(becomesTrue(() => !isAlive(server) && !existsSync(folder))).resolves.toBeUndefined()
  })
})

describe('the mail sink', () => {
  let sink: SmtpSink
  beforeEach(async () => { sink = await startSmtpSink() })
  afterEach(() => sink.stop())
  const send = (to: string, subject = 'Einladung') =>
    createTransport(sink.url).sendMail({ from: 'dialog@host.example', to, subject, text: 'Guten Tag Łukasz' })

  it('keeps and parses what arrives and wakes those who wait for it', async () => {
    const waiting = sink.waitFor(2)
    await Promise.all([send('a@land.example'), send('b@land.example')])
    const mails = await waiting
    expect(mails.map(({ to }) => to[0]).sort()).toEqual(['a@land.example', 'b@land.example'])
    expect(mails[0]?.parsed.text).toContain('Łukasz')
    expect((await sink.waitForMail(({ to }) => to.includes('b@land.example'))).from).toBe('dialog@host.example')
  })

  it('says what has arrived when it waits in vain', async () => {
    await send('a@land.example', 'Absage')
    await expect(sink.waitFor(2, 20)).rejects.toThrow('No 2 mails within 20 ms; arrived so far (1):\na@land.example: Absage')
  })

  it('refuses, cuts and goes silent as told, and keeps none of these mails', async () => {
    sink.rules.recipient = (address) => (address.startsWith('nobody') ? { code: 550, text: 'No such user' } : undefined)
    await expect(send('nobody@land.example')).rejects.toMatchObject({ responseCode: 550 })
    sink.rules.mail = () => ({ code: 451, text: 'Greylisted, try again' })
    await expect(send('a@land.example')).rejects.toMatchObject({ responseCode: 451 })
    sink.rules.mail = () => 'cut'
    await expect(send('a@land.example')).rejects.toThrow('Connection closed unexpectedly')
    sink.rules.mail = () => 'hang'
    await expect(createTransport({ url: sink.url, host: '127.0.0.1', port: sink.port, socketTimeout: 300 })
      .sendMail({ from: 'dialog@host.example', to: 'a@land.example', text: '' })).rejects.toThrow(/timeout/i)
    expect(sink.mails).toEqual([])
  })
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Looks again at every turn of the event loop; the test's own time limit ends it. */
async function becomesTrue(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve))
}
