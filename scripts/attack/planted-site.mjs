import { createServer } from 'node:http'
import Database from 'libsql'

/**
 * A tiny site with two holes: its search puts what was sent into a statement and into the page as it came. Scanners that find nothing
 * here would find nothing anywhere.
 * @returns {Promise<{ url: string, close: () => void }>} on a free port of the loopback address
 */
export async function openPlantedSite() {
  const database = new Database(':memory:')
  database.exec("CREATE TABLE event (title TEXT, city TEXT); INSERT INTO event VALUES ('Dialog', 'Mainz'), ('Werkstatt', 'Kassel')")
  const server = createServer((request, response) => {
    const q = new URL(request.url, 'http://planted').searchParams.get('q') ?? ''
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><title>Suche</title><a href="/suche?q=Dialog">Dialog</a><form action="/suche"><input name="q"><button>Suchen</button></form><p>${q}</p>${rowsOf(database, q)}`)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    server.close()
    server.closeAllConnections()
    database.close()
  }
  return { url: `http://127.0.0.1:${server.address().port}`, close }
}

function rowsOf(database, q) {
  try {
    return database.prepare(`SELECT title, city FROM event WHERE title = '${q}'`).all().map(({ title, city }) => `<li>${title} ${city}`).join('')
  } catch (error) {
    return `[SQLITE_ERROR] SQL error (${error.message})`
  }
}
