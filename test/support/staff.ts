import type { z } from 'zod'
import { type Answered, type Operation, ProblemDetails, type Sent, type SessionView, operations } from '@app/contracts'
import type { Installation } from './installation.js'
import { type TotpApp, setUpTotp } from './totp-app.js'
import { Visitor } from './visitor.js'

/** Only what the operation takes: no body for a GET. */
export type Request<O extends Operation> = { [K in keyof Sent<O> as Sent<O>[K] extends undefined ? never : K]: Loose<Sent<O>[K]> }

/** Fields that take anything, nothing included, may be left out. */
export type Loose<T> = { [K in keyof T as unknown extends T[K] ? never : K]: T[K] } & { [K in keyof T as unknown extends T[K] ? K : never]?: T[K] }

export interface Downloaded {
  readonly content: Buffer
  readonly headers: Headers
}

/** A member of staff: signs in by link or password and calls the operations of the contract. */
export class Staff {
  readonly visitor: Visitor
  session: SessionView | null = null
  /** Shows the codes of the second factor where one was set up. */
  app: TotpApp | null = null

  constructor(readonly url: string) {
    this.visitor = new Visitor(url)
  }

  /** Signs in as the start of an installation proposes: opens the printed link, presses the button. */
  static async byLink(installation: Pick<Installation, 'url' | 'signInLink'>): Promise<Staff> {
    const { url, signInLink } = installation
    if (signInLink === null) throw new Error('The start printed no sign-in link')
    const staff = new Staff(url)
    const page = await staff.visitor.open(signInLink)
    const { action, fields } = page.form
    const answer = await staff.visitor.raw(action, {
      method: 'POST', headers: { origin: url }, body: new URLSearchParams(fields.map(({ name, value }) => [name, value[0] ?? ''])),
    })
    if (answer.status !== 303) throw new Error(`The sign-in link answered ${answer.status}: ${await answer.text()}`)
    staff.session = await staff.call(operations.readSession)
    if (staff.session.secondFactor === 'to_set_up') staff.app = (await setUpTotp(staff)).app
    return staff
  }

  /** @param app with which the second step is done; the code of its set-up is used up, so it gives the next one */
  static async byPassword(url: string, email: string, password: string, app: TotpApp | null = null): Promise<Staff> {
    const staff = new Staff(url)
    staff.session = await staff.call(operations.signIn, { body: { email, password } })
    if (app !== null) staff.session = await staff.call(operations.giveSecondFactor, { body: { code: app.code(1) } })
    staff.app = app
    return staff
  }

  /**
   * Calls an operation; the answer is checked against the contract.
   * @throws Error with the problem for any other status than the operation's
   */
  async call<O extends Operation>(operation: O, ...[sent]: keyof Request<O> extends never ? [] : [Request<O>]): Promise<Answered<O>> {
    const response = await this.send(operation, sent)
    const text = await response.text()
    if (response.status !== operation.status) throw new Error(`${operation.method} ${operation.path} answered ${response.status}: ${text}`)
    return (typeof operation.answer === 'object' ? (operation.answer as z.ZodType).parse(JSON.parse(text)) : undefined) as Answered<O>
  }

  /** Calls an operation that must be refused. @throws Error when it is not, or when the answer is no problem document */
  async refused<O extends Operation>(operation: O, ...[sent]: keyof Request<O> extends never ? [] : [Request<O>]): Promise<ProblemDetails> {
    const response = await this.send(operation, sent)
    const text = await response.text()
    const type = response.headers.get('content-type') ?? ''
    if (response.ok || !type.startsWith('application/problem+json')) throw new Error(`${operation.method} ${operation.path} answered ${response.status} ${type}: ${text}`)
    const problem = ProblemDetails.parse(JSON.parse(text))
    if (problem.status !== response.status) throw new Error(`The problem says ${problem.status}, the answer ${response.status}`)
    return problem
  }

  /** A file behind an operation, an export for example. */
  async download<O extends Operation>(operation: O, ...[sent]: keyof Request<O> extends never ? [] : [Request<O>]): Promise<Downloaded> {
    const response = await this.send(operation, sent)
    if (response.status !== operation.status) throw new Error(`${operation.path} answered ${response.status}: ${await response.text()}`)
    return { content: Buffer.from(await response.arrayBuffer()), headers: response.headers }
  }

  /** Calls an operation, whatever is sent and answered. */
  send(operation: Operation, sent: unknown = {}): Promise<Response> {
    const { params = {}, query = {}, body } = sent as { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown }
    const path = operation.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
    const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)]))
    return this.visitor.raw(search.size > 0 ? `${path}?${search}` : path, {
      method: operation.method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.session ? { 'x-csrf-token': this.session.csrf } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  }
}
