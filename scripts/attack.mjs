import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from './attack/embedded.mjs'
import { programNamed, sqlmap, wapiti } from './attack/scanners.mjs'
import prepare from './prepare.mjs'

/**
 * `npm run attack`: sqlmap and wapiti against an installation of its own, and each before that against a site with planted holes, which
 * it must find. A scanner that is not installed is named as not run.
 * @returns {Promise<number>} 1 when there is a finding, or when a planted hole was missed
 */
export default async function attack() {
  const scanners = { sqlmap: scanBySqlmap, wapiti: scanByWapiti }
  const installed = Object.keys(scanners).filter((name) => programNamed(name))
  for (const name of Object.keys(scanners)) if (!installed.includes(name)) console.log(`${name}: not run, because it is not installed (Debian: apt-get install ${name})`)
  if (installed.length === 0) return 0
  await prepare()
  // Needs a package, which a fresh clone has only now.
  const { openPlantedSite } = await import('./attack/planted-site.mjs')
  const folder = mkdtempSync(join(tmpdir(), 'dialogwerk-scan-'))
  const planted = await openPlantedSite()
  let failed = false
  try {
    for (const name of installed) {
      const holes = await scanners[name]({ site: { url: `${planted.url}/` }, targets: [{ url: `${planted.url}/suche?q=Dialog` }], folder })
      console.log(`${name}: ${holes.length} planted holes found`)
      failed ||= holes.length === 0
    }
    const installation = await startEmbedded()
    try {
      const targets = await targetsOf(installation)
      for (const name of installed) {
        const holes = await scanners[name]({ site: { url: `${installation.url}/` }, targets, folder })
        console.log([`${name}: ${holes.length} findings`, ...holes].join('\n  '))
        failed ||= holes.length > 0
      }
    } finally {
      await installation.stop()
    }
  } finally {
    planted.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return failed ? 1 : 0
}

async function scanBySqlmap({ targets, folder }) {
  const holes = []
  for (const target of targets) {
    console.log(`sqlmap … ${target.url}`)
    holes.push(...(await sqlmap(target, folder)))
  }
  return holes
}

function scanByWapiti({ site, folder }) {
  console.log(`wapiti … ${site.url}`)
  return wapiti(site, folder)
}

/** Where text from outside comes near a statement: searches, filters, cursors, paths, and forms that write. */
async function targetsOf({ url, headers }) {
  const read = async (path) => (await fetch(url + path, { headers })).json()
  const { items } = await read('/api/v1/staff/events')
  const { id, slug } = items.find(({ visible, state }) => visible && state === 'inviting')
  const staff = (path) => ({ url: `${url}/api/v1${path}`, headers })
  return [
    { url: `${url}/api/v1/events/${slug}*` },
    { url: `${url}/de/veranstaltungen/${slug}*` },
    { url: `${url}/api/v1/session`, data: '{"email":"a@b.example","password":"x"}', headers: { 'content-type': 'application/json' } },
    { url: `${url}/api/v1/events/${slug}/registrations`, data: '{"familyName":"Muster","email":"a@b.example","organisation":"Amt"}', headers: { 'content-type': 'application/json' } },
    staff(`/events/${id}/participants?q=Muster`), staff('/organisations?q=Stadt'), staff('/privacy/people?q=Muster'), staff('/audit?action=event&limit=5'), staff(`/events/${id}*/outbox`),
  ]
}
