import { setTimeout as pause } from 'node:timers/promises'
import { type EventList, addresses } from '@app/contracts'
import { describeWith, freePort } from '../services/index.js'
import { type Installation, startEmbedded } from '../support/installation.js'
import { NAME, Proxy } from './proxies.js'

const TOKEN = 'ein-langes-wort-zum-messen'
const SECRET = 'AAAAgeheimAAAA'

for (const kind of ['nginx', 'caddy'] as const) {
  describeWith('reverse-proxies', `the api behind ${kind}, as the instructions have it`, () => {
    let installation: Installation
    let proxy: Proxy
    let port: number
    const post = (path: string, body: string, more: { headers?: Record<string, string>; localAddress?: string } = {}) =>
      proxy.ask(path, { method: 'POST', body, ...more, headers: { 'content-length': String(Buffer.byteLength(body)), ...more.headers } })

    beforeAll(async () => {
      port = await freePort()
      installation = await startEmbedded({ demo: true, environment: { PORT: String(port), PUBLIC_URL: `https://${NAME}`, TRUST_PROXY: '127.0.0.1', METRICS_TOKEN: TOKEN, LIMIT_SIGNUPS_PER_IP: '2' } })
      proxy = await Proxy.start(kind, port)
    }, 60_000)
    afterAll(async () => {
      await proxy?.stop()
      await installation?.kill()
    })

    /** A line may come after its answer. What stands before it in the log has come by then. */
    const logged = async (text: string, where = proxy) => {
      while (!where.logs().includes(text)) await pause(50)
    }

    it('answers by https with every header of the product, and leads plain http there', async () => {
      const direct = await fetch(`http://127.0.0.1:${port}/de`)
      const page = await proxy.ask('/de')
      expect([page.status, page.text]).toEqual([200, await direct.text()])
      for (const name of ['content-security-policy', 'strict-transport-security', 'cache-control', 'etag', 'referrer-policy', 'x-content-type-options']) expect([name, page.headers[name]]).toEqual([name, direct.headers.get(name)])
      expect(page.headers['strict-transport-security']).toBeTruthy()
      expect(await proxy.redirect('/de?a=b')).toBe(`https://${NAME}/de?a=b`)
    })

    it('lets staff in with a cookie that only https carries', async () => {
      const { pathname } = new URL(installation.signInLink!)
      const { text } = await proxy.ask(pathname)
      const fields = [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value])
      const answer = await post(pathname, String(new URLSearchParams(fields)), { headers: { 'content-type': 'application/x-www-form-urlencoded', origin: `https://${NAME}` } })
      expect([answer.status, String(answer.headers['set-cookie'])]).toEqual([303, expect.stringMatching(/^__Host-dialogwerk=.*; Secure/)])
    })

    it('counts visitors by the address that they come from, whatever they say', async () => {
      const { items } = JSON.parse((await proxy.ask('/api/v1/events')).text) as EventList
      const { slug } = items.find(({ registration }) => registration.open)!
      const register = async (number: number, localAddress: string) => (await post(`/api/v1/events/${slug}/registrations`, JSON.stringify({ familyName: 'Öney', email: `p${number}@stadt.example` }), {
        localAddress, headers: { 'content-type': 'application/json', 'x-forwarded-for': `203.0.113.${number}` },
      })).status
      expect([await register(1, '127.0.0.1'), await register(2, '127.0.0.1'), await register(3, '127.0.0.1'), await register(4, '127.0.0.2')]).toEqual([202, 202, 429, 202])
    })

    it('keeps figures from outside, and personal links and what is searched for out of the log', async () => {
      const headers = { authorization: `Bearer ${TOKEN}` }
      expect([(await proxy.ask('/metrics', { headers })).status, (await fetch(`http://127.0.0.1:${port}/metrics`, { headers })).status]).toEqual([404, 200])
      for (const path of [addresses.manage(SECRET), addresses.confirm(SECRET), addresses.signIn(SECRET)]) expect((await proxy.ask(path)).status).toBeGreaterThanOrEqual(404)
      await proxy.redirect(addresses.manage(SECRET))
      // A page fetches its stylesheet and says where from.
      expect((await proxy.ask(`/de?q=${SECRET}`, { headers: { referer: `https://${NAME}${addresses.manage(SECRET)}` } })).status).toBe(200)
      expect((await proxy.ask('/de/gesehen')).status).toBe(404)
      await logged('/de/gesehen')
      expect(proxy.logs()).not.toContain(SECRET)
    })

    it('would have them there without the lines that keep them out', async () => {
      const careless = await Proxy.start(kind, port, /access_log off;|skip_log @tokens/g)
      try {
        expect((await careless.ask(addresses.manage(SECRET))).status).toBe(404)
        await logged(SECRET, careless)
      } finally {
        await careless.stop()
      }
    })

    it('refuses what is longer than any form', async () => {
      // nginx refuses more than any file itself; the api refuses what gets through.
      for (const length of kind === 'nginx' ? [600_000, 7_000_000] : [600_000]) {
        expect((await post(addresses.confirm(SECRET), 'a'.repeat(length), { headers: { 'content-type': 'application/x-www-form-urlencoded' } })).status).toBe(413)
      }
    })

    it('goes on answering while many never finish what they send', async () => {
      const slow = Array.from({ length: 50 }, () => proxy.begin(addresses.confirm(SECRET)))
      for (let turn = 0; turn < 20; turn += 1) expect((await proxy.ask('/de')).status).toBe(200)
      for (const one of slow) one.end()
    }, 60_000)

    it('keeps personal links out of the log when the api is gone', async () => {
      await installation.api.stop()
      for (const path of [addresses.manage(SECRET), addresses.signIn(SECRET), `/de?q=${SECRET}`, '/de/verpasst']) {
        expect((await proxy.ask(path, { headers: { referer: `https://${NAME}${addresses.manage(SECRET)}` } })).status).toBe(502)
      }
      await logged('/de/verpasst')
      expect(proxy.logs()).not.toContain(SECRET)
    }, 60_000)
  })
}
