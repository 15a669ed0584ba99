import { VisitorPage } from './visitor-page.js'

/** Somebody with a plain browser: no JavaScript, cookies kept, forms sent as HTML says. */
export class Visitor {
  /** Cookies by name. */
  readonly cookies = new Map<string, string>()

  constructor(private readonly url: string) {}

  /** Opens an address, relative to the installation or as it stands in a letter. */
  open(address: string): Promise<VisitorPage> {
    return this.request(new URL(address, this.url).href, { method: 'GET' })
  }

  /** Follows the first link of a page whose words match. */
  follow(page: VisitorPage, words: RegExp): Promise<VisitorPage> {
    return this.open(page.link(words))
  }

  /**
   * Fills in the page's form and presses its button; what is not named stays as the page has it.
   * @param button words of the button where the page has several forms
   */
  send(page: VisitorPage, values: Readonly<Record<string, string | readonly string[]>> = {}, button?: RegExp): Promise<VisitorPage> {
    const form = button ? page.formWith(button) : page.form
    if (form.method !== 'POST') throw new Error(`The form of ${page.url} is sent by ${form.method}`)
    // As a browser without Fetch Metadata does: the harder of the two ways through the check of the sender.
    return this.request(form.action, { method: 'POST', body: form.filled(values), headers: { origin: new URL(page.url).origin } })
  }

  /** Any request with this visitor's cookies, redirects not followed. */
  async raw(address: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    if (this.cookies.size > 0) headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await fetch(new URL(address, this.url), { ...init, headers, redirect: 'manual' })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '' || /max-age=0/i.test(cookie)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return response
  }

  private async request(address: string, init: RequestInit): Promise<VisitorPage> {
    const statuses: number[] = []
    let url = address
    let response = await this.raw(url, init)
    statuses.push(response.status)
    while ([301, 302, 303, 307].includes(response.status)) {
      if (statuses.length > 5) throw new Error(`Redirects without end from ${address}`)
      await response.arrayBuffer()
      url = new URL(response.headers.get('location') ?? '', url).href
      response = await this.raw(url)
      statuses.push(response.status)
    }
    return new VisitorPage(url, response.status, response.headers, await response.text(), statuses)
  }
}
