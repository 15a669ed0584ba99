import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { answerCalls } from '../process-calls.js'
import { MailSink } from './mail-sink.js'

export type SinkCalls = ReturnType<typeof sinkCalls>

const sink = new MailSink()
sink.server.listen(0, '127.0.0.1')
await once(sink.server, 'listening')
answerCalls(sinkCalls(), async () => sink.server.close())

function sinkCalls() {
  return {
    url: (_: null): string => `smtp://127.0.0.1:${(sink.server.address() as AddressInfo).port}`,
    /** Milliseconds until each answer from now on. */
    latency: (milliseconds: number): void => void (sink.latency = milliseconds),
    /** Mails since the last time this was asked. */
    taken: (_: null): { mails: number; different: number; calendars: number } => sink.take(),
  }
}
