import { type EventDetail, type Land, type OrganisationView, operations } from '@app/contracts'
import { BarrierReports } from '@app/events'
import { AnswerFiles } from '@app/participants'
import { CredentialEntity, NodeEntity, participantActor } from '@app/staff'
import { OutboxEntity, newId } from '@app/platform'
import { dayAhead } from '../support/staff-event.js'
import type { TestApi } from '../support/test-api.js'
import type { PlaceName } from './asked.js'

/** Part of every text of a thing; lower-case, because slugs and file names keep it. */
export const MARKS = { own: 'eigenmainz', foreignLand: 'fremdhessen', foreignProgramme: 'fremdprogramm' } as const
export type Where = keyof typeof MARKS

/** An event with everything an address may name, and the series and the organisation that belong to it. */
export interface Planted {
  id: string
  slug: string
  participantId: string
  outboxId: string
  seriesId: string
  organisationId: string
  /** Of a question that was answered by a file, and of one of a special category. */
  key: string
  question: string
  /** Of a consent. */
  purpose: string
}

/** Somebody with access, and one of the two roles by which they have it. */
export interface Colleague {
  id: string
  grantId: string
}

export interface PlantedProgramme {
  events: Record<Where, Planted>
  /** For each place one who may lose the role and the account. */
  ownColleagues: Record<PlaceName, Colleague>
  foreignColleagues: Record<Exclude<Where, 'own'>, Colleague>
  /** Ids of reports to the hosts of the two programmes. */
  barrierReports: Record<'own' | 'foreignProgramme', string>
  /** Path in the tree of the series in which somebody has a role. */
  path: string
}

/**
 * Two programmes with drafts that the public does not see: one with an event in Rheinland-Pfalz (and the Saarland) and one in Hessen, the
 * other with an event in Rheinland-Pfalz. All of it by the API, as whoever has every right.
 */
export async function plantProgramme(api: TestApi): Promise<PlantedProgramme> {
  const host = async (mark: string): Promise<OrganisationView> =>
    api.staff.call(operations.createOrganisation, {
      body: { name: `Stiftung ${mark}`, host: { imprint: `Impressum ${mark}`, privacy: `Datenschutz ${mark}`, accessibility: `Barrierefrei ${mark}`, senderName: `Team ${mark}` } },
    })
  const series = async (title: string, organisationId: string) =>
    api.staff.call(operations.createSeries, { body: { title, summary: `Summe ${title}`, outlook: `Ausblick ${title}`, public: false, hosts: [{ organisationId, role: 'veranstalter' }] } })
  const [ours, theirs] = [await host(MARKS.own), await host(MARKS.foreignProgramme)]
  const [own, foreign] = [await series(`Reihe ${MARKS.own}`, ours.id), await series(`Reihe ${MARKS.foreignProgramme}`, theirs.id)]
  const events = {
    own: await plant(api, MARKS.own, own.id, ours.id, ['DE-RP', 'DE-SL']),
    foreignLand: await plant(api, MARKS.foreignLand, own.id, ours.id, ['DE-HE']),
    foreignProgramme: await plant(api, MARKS.foreignProgramme, foreign.id, theirs.id, ['DE-RP']),
  }
  const { path } = await api.rooms.transactions.read.findOneByOrFail(NodeEntity, { id: own.id })
  const colleague = async (mark: string, nodeId: string, land: Land | null, eventId: string): Promise<Colleague> => {
    const { id, roles: [first] } = await api.staff.call(operations.inviteAccount, {
      body: { email: `${newId()}@stadt.example`, name: `Kim ${mark}`, role: { role: 'reader', nodeId, land, expiresOn: undefined } },
    })
    await api.staff.call(operations.giveRole, { params: { id }, body: { role: 'checkin', nodeId: eventId, land: undefined, expiresOn: undefined, reason: 'Aufbau' } })
    await api.rooms.transactions.run((tx) => tx.db.insert(CredentialEntity, { id: newId(), accountId: id, kind: 'oidc', externalId: newId(), createdAt: api.rooms.clock.now() }))
    return { id, grantId: first!.id }
  }
  const mine = () => colleague(MARKS.own, own.id, 'DE-RP', events.own.id)
  const ownColleagues = { 'the series in one Land': await mine(), 'the series': await mine() }
  const foreignColleagues = {
    foreignLand: await colleague(MARKS.foreignLand, own.id, 'DE-HE', events.foreignLand.id),
    foreignProgramme: await colleague(MARKS.foreignProgramme, foreign.id, null, events.foreignProgramme.id),
  }
  const report = (mark: string, host: OrganisationView) =>
    api.rooms.get(BarrierReports).add(host.host!.slug, 'de', { barrierText: `Stufe ${mark}`, barrierPage: `Seite ${mark}`, barrierContact: `${mark}@melder.example` })
  const barrierReports = { own: await report(MARKS.own, ours), foreignProgramme: await report(MARKS.foreignProgramme, theirs) }
  return { events, ownColleagues, foreignColleagues, barrierReports, path }
}

async function plant(api: TestApi, mark: string, seriesId: string, organisationId: string, regions: Land[]): Promise<Planted> {
  const event: EventDetail = await api.staff.call(operations.createEvent, {
    body: {
      format: 'workshop', seriesId, title: `Auftakt ${mark}`, subtitle: `Untertitel ${mark}`, guidingQuestion: `Frage ${mark}`, description: `Text ${mark}`,
      days: [{ date: dayAhead(400), startsAt: '10:00', endsAt: '16:00' }], venue: { city: `Ort ${mark}` }, regions, capacity: 20,
      agenda: [{ title: `Vortrag ${mark}`, room: `Raum ${mark}`, speakers: [{ name: `Rednerin ${mark}`, office: `Amt ${mark}` }] }],
    },
  })
  await api.staff.call(operations.saveQuestions, {
    params: { id: event.id },
    body: {
      expectedRevision: 0,
      questions: [
        { key: 'nachweis', kind: 'file', label: `Nachweis ${mark}` }, { key: 'attest', kind: 'file', label: `Attest ${mark}`, special: true }, { key: 'essen', kind: 'choice', label: `Essen ${mark}`, options: [`Suppe ${mark}`, 'nichts'] },
        { key: 'allergie', kind: 'text', label: `Allergie ${mark}`, special: true, retention: 'B' },
      ],
      needs: [{ kind: 'diet' }],
    },
  })
  const { id: participantId } = await api.staff.call(operations.addParticipant, {
    params: { id: event.id },
    body: {
      givenName: 'Ada', familyName: `Muster${mark}`, email: `ada@${mark}.example`, organisation: `Stelle ${mark}`, office: `Leitung ${mark}`, phone: null,
      answers: { essen: `Suppe ${mark}`, allergie: `Nuss ${mark}` }, needs: ['diet'], needsDetail: `Ohne Nuss ${mark}`, specialConsent: true,
    },
  })
  // Somebody who stays whatever is asked of the other one.
  await api.staff.call(operations.addParticipant, {
    params: { id: event.id }, body: { familyName: `Bedarf ${mark}`, email: null, needs: ['diet'], needsDetail: `Ohne Milch ${mark}`, specialConsent: true },
  })
  const person = { id: participantId, eventId: event.id }
  for (const key of ['nachweis', 'attest']) {
    await api.rooms.get(AnswerFiles).put(person, key, { name: `${mark}.pdf`, content: Buffer.from(`%PDF-1.4 ${mark}`) }, { ticked: true, hostId: null, shownIn: 'de' }, participantActor(participantId))
  }
  const { id: outboxId } = await api.rooms.transactions.read.findOneByOrFail(OutboxEntity, { subjectId: participantId })
  await api.rooms.transactions.run((tx) => tx.db.update(OutboxEntity, { id: outboxId }, { state: 'failed', reason: 'smtp_550' }))
  return { id: event.id, slug: event.slug, participantId, outboxId, seriesId, organisationId, key: 'nachweis', question: 'attest', purpose: 'photo' }
}
