import 'reflect-metadata'
import { type OnApplicationShutdown, Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { QueryFailedError } from 'typeorm'
import { LOGGER, createLogger } from '@app/platform'
import { endOnSignal, exitWith } from '../../apps/process-end.js'

const how = process.argv[3]
const failure = () => new QueryFailedError('INSERT INTO participation VALUES (?)', ['ada@stadt.example'], new Error('Duplicate entry ada@stadt.example'))

/** Says when it has closed. */
@Module({ providers: [{ provide: LOGGER, useValue: createLogger('info') }] })
class Closing implements OnApplicationShutdown {
  async onApplicationShutdown(): Promise<void> {
    await new Promise((done) => setImmediate(done))
    process.stdout.write('closed\n')
  }
}

async function run(): Promise<void> {
  const app = await NestFactory.createApplicationContext(Closing, { logger: false })
  if (how === 'start') exitWith(failure())
  if (how === 'fails to close') app.close = () => Promise.reject(failure())
  endOnSignal(app)
  // Keeps the process up as a server does.
  setInterval(() => undefined, 1_000)
  if (how === 'rejection') void Promise.reject(failure())
  else if (how === 'signal') process.kill(process.pid, 'SIGTERM')
  else setImmediate(() => { throw failure() })
}

void run()
