import { deviceOf } from './device.js'

const said = (agent?: string) => deviceOf({ headers: { 'user-agent': agent } })

test('a session is recognised by browser and system', () => {
  expect(said('Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0')).toBe('Firefox, Windows')
  expect(said('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0')).toBe('Edge, Windows')
  expect(said('Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1')).toBe('Safari, iPhone')
  expect(said('Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36')).toBe('Chrome, Android')
  expect([said('curl/8.5'), said(`${'x'.repeat(9_000)}<script>`), said()]).toEqual([null, null, null])
})
