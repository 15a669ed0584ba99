import { operations } from '@app/contracts'
import type { VisitorForm, VisitorPage } from '../support/visitor-page.js'
import type { Rows, Run } from './row.js'
import type { Seen, Stage } from './stage.js'

const PDF = Buffer.from('%PDF-1.7 Vollmacht')

/** The personal page of somebody at an event that asks for a file. */
async function pageWithFile(stage: Stage, email: string): Promise<VisitorPage> {
  const event = await stage.openEvent({ title: `Datei ${email}` })
  await stage.staff.call(operations.saveQuestions, { params: { id: event.id }, body: { expectedRevision: 0, questions: [{ key: 'vollmacht', kind: 'file', label: 'Vollmacht' }], needs: [] } as never })
  const answer = await stage.register({ familyName: 'Muster', email }, `/api/v1/events/${event.slug}/registrations`)
  expect(answer.status).toBe(202)
  const asked = await stage.installation.mails.waitFor(email, /^Bitte bestätigen/)
  return stage.visitor().send(await stage.visitor().open(stage.confirmLink(asked)))
}

/** Sends a file as a browser does, with a name and a type that no browser would send. */
function upload(stage: Stage, form: VisitorForm, file: { name: string; type: string; content: Buffer }): Promise<Seen> {
  const boundary = 'grenze7f3a'
  const field = (head: string, content: Buffer) => Buffer.concat([Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`), content, Buffer.from('\r\n')])
  const fields = form.fields.filter(({ name }) => name !== 'file').map(({ name, value }) => field(`name="${name}"`, Buffer.from(value[0] ?? '')))
  const body = Buffer.concat([...fields, field(`name="file"; filename="${file.name}"\r\nContent-Type: ${file.type}`, file.content), Buffer.from(`--${boundary}--\r\n`)])
  return stage.ask(new URL(form.action).pathname, { method: 'POST', headers: { origin: stage.url, 'content-type': `multipart/form-data; boundary=${boundary}` }, body })
}

/** What is given back is saved and never shown, under a name that any system can save under. */
async function givenBack(stage: Stage, page: VisitorPage): Promise<string> {
  const { headers, status, text } = await stage.ask(new URL((await stage.visitor().open(page.url)).links.find(({ href }) => href.includes('/datei/'))!.href).pathname)
  expect([status, text]).toEqual([200, PDF.toString()])
  expect([headers['content-type'], headers['x-content-type-options'], headers['content-security-policy']]).toEqual(['application/pdf', 'nosniff', expect.stringMatching(/(^|; ?)sandbox(;|$)/)])
  const name = decodeURIComponent(/^attachment; .*filename\*=UTF-8''(\S+)$/.exec(String(headers['content-disposition']))![1]!)
  expect(name).toMatch(/^[^/\\\p{Cc}\p{Cf}"<>:|?*]{1,104}\.pdf$/u)
  return name
}

const named: Run = async ({ set, stage }) => {
  const page = await pageWithFile(stage, 'f08@eingaben.example')
  const names = set.names as string[]
  let kept = 0
  for (const name of names) {
    const form = (await stage.visitor().open(page.url)).formWith(/Datei hochladen|ersetzen/)
    const { status } = await upload(stage, form, { name, type: 'application/pdf', content: PDF })
    // A name that breaks the head of its part is refused with the whole request.
    expect([name, [303, 400, 422].includes(status)]).toEqual([name, true])
    if (status !== 303) continue
    kept++
    expect(await givenBack(stage, page)).not.toContain('cron')
  }
  expect(kept).toBeGreaterThanOrEqual(names.length - 1)
  expect(JSON.stringify((await stage.installation.tables()).question_answer)).not.toContain('..')
}

const disguised: Run = async ({ set, stage }) => {
  const page = await pageWithFile(stage, 'f09@eingaben.example')
  const form = page.formWith(/Datei hochladen/)
  for (const [name, content] of [['bild.png', String(set.$bytes)], ['seite.pdf', '<!doctype html><script>alert(1)</script>'], ['leer.jpg', '']] as const) {
    const { status, text } = await upload(stage, form, { name, type: String(set.type), content: Buffer.from(content) })
    expect([name, status]).toEqual([name, 422])
    expect(text).not.toContain('alert(1)')
  }
  expect((await stage.visitor().open(page.url)).links.filter(({ href }) => href.includes('/datei/'))).toEqual([])
  // What calls itself a picture and is a PDF is given back as what it is.
  expect((await upload(stage, form, { name: 'bild.png', type: String(set.type), content: PDF })).status).toBe(303)
  expect(await givenBack(stage, page)).toBe('bild.pdf')
}

export const rowsOfFiles: Rows = { F08: { run: named }, F09: { run: disguised } }
