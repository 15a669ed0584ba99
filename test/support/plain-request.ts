import { request } from 'node:http'
import { buffer } from 'node:stream/consumers'

export interface PlainAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

/**
 * One HTTP request with exactly these headers, Host included, which fetch does not let a caller choose.
 * @param options.path as it is sent, where the address would tidy it up
 */
export function plainRequest(url: string, options: { method?: string; headers?: Record<string, string>; body?: string | Buffer; path?: string } = {}): Promise<PlainAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: options.method ?? 'GET', headers: options.headers ?? {}, agent: false, ...(options.path === undefined ? {} : { path: options.path }) }, (answer) => {
      buffer(answer).then((body) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: body.toString('utf8') }), reject)
    })
    sent.on('error', reject)
    sent.end(options.body)
  })
}
