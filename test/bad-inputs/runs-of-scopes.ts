import type { z } from 'zod'
import { type EventDetail, type EventSent, type Operation, operations } from '@app/contracts'
import { colleague, headersOf } from './colleague.js'
import type { Rows, Run } from './row.js'
import { type Stage, problemIn } from './stage.js'

const OWN = 'eigenregion'
const FOREIGN = 'fremdregion'

/** An event that the public does not see, with somebody on its list; both have the mark. */
async function hidden(stage: Stage, mark: string, land: 'DE-RP' | 'DE-HE'): Promise<{ event: EventDetail; personId: string }> {
  const event = await stage.staff.call(operations.createEvent, { body: stage.eventFacts({ title: `Dialog ${mark}`, regions: [land] }) as unknown as EventSent })
  const { id } = await stage.staff.call(operations.addParticipant, { params: { id: event.id }, body: { familyName: `Muster ${mark}`, email: `ada@${mark}.example` } })
  return { event, personId: id }
}

const asksBy = (operation: Operation, field: string) => field in ((operation.query as z.ZodObject | undefined)?.shape ?? {})

/** Every list, search, count and export asked for what belongs to another Land: nothing of it in any answer. */
const listed: Run = async ({ stage }) => {
  const [own, foreign] = [await hidden(stage, OWN, 'DE-RP'), await hidden(stage, FOREIGN, 'DE-HE')]
  const staff = await colleague(stage, 'organiser', 'DE-RP')
  const reads = Object.values<Operation>(operations).filter(({ method, access }) => method === 'GET' && typeof access === 'object')
  let seen = 0
  for (const read of reads) {
    const queries = ['', ...(asksBy(read, 'q') ? [`?q=${FOREIGN}`] : []), ...(asksBy(read, 'event') ? [`?event=${foreign.event.id}`, `?subject=${foreign.personId}`] : [])]
    for (const thing of [own, foreign]) {
      const path = read.path.replace(':id', thing.event.id).replace(/:(participantId|personId)/, thing.personId).replace(/:\w+/, 'essen')
      for (const query of queries) {
        const { status, text } = await stage.ask(path + query, { headers: headersOf(staff) })
        expect([path + query, status < 500, text.includes(FOREIGN)]).toEqual([path + query, true, false])
        if (text.includes(OWN)) seen++
      }
    }
  }
  expect(seen).toBeGreaterThan(5)
}

/** The way out of the own part is shut, wherever something is put. */
const moved: Run = async ({ stage }) => {
  const { event } = await hidden(stage, OWN, 'DE-RP')
  const staff = await colleague(stage, 'organiser', 'DE-RP')
  const put = (method: string, path: string, body: unknown) => stage.ask(path, { method, headers: { ...headersOf(staff), 'content-type': 'application/json' }, body: JSON.stringify(body) })
  await stage.withoutTrace(async () => {
    for (const regions of [['DE-HE'], []]) expect(problemIn(await put('PATCH', `/api/v1/events/${event.id}`, { regions })).code).toBe('outside_scope')
    expect(problemIn(await put('POST', '/api/v1/events', stage.eventFacts({ regions: ['DE-HE'] }))).status).toBe(403)
    expect(problemIn(await put('POST', '/api/v1/series', { title: 'Reihe für alle' })).status).toBe(403)
  })
}

export const rowsOfScopes: Rows = { A02: { run: listed }, A03: { run: moved } }
