import type { AgendaKind } from '@app/contracts'
import { plannedTuesday, shiftedDay } from '../planned-days.js'
import type { PlanEdition } from './edition-plan.js'
import { twoDaysAnswer, twoDaysAsk } from './two-days-questions.js'

const workshop = (title: string, room: string, lead: string, office: string) => ({
  kind: 'workshop' as AgendaKind, title, room, speakers: [{ name: lead, office }],
})

/** Two days with two rounds of workshops, in person and online. */
export const twoDays: PlanEdition = (now) => {
  const first = plannedTuesday(now, 5)
  const second = shiftedDay(first, 1)
  const roundOne = { date: first, startsAt: '14:00', endsAt: '15:30' }
  const roundTwo = { date: second, startsAt: '09:45', endsAt: '11:15' }
  return {
    editionNo: 4,
    published: true,
    byHand: { seed: 'two-days', attending: 9, lands: ['DE-HE', 'DE-TH', 'DE-NI'], addresses: 'none', groups: ['kommune', 'landkreis', 'zivilgesellschaft', 'buergerschaft'] },
    asks: twoDaysAsk(shiftedDay(first, -21)),
    answers: twoDaysAnswer,
    topics: ['Sprache im Amt', 'Wohnen und Quartier', 'Übergang in die Ausbildung'],
    event: {
      format: 'konferenz',
      title: 'Zwei Tage Zusammenhalt',
      subtitle: 'Kommunen lernen voneinander',
      description: 'Kommunen zeigen, was bei ihnen gelungen ist und was nicht. An beiden Tagen gibt es je drei Workshops.\n\nDie Veranstaltung ist erfunden. Sie gehört zu den Beispieldaten dieser Installation.',
      mode: 'hybrid',
      onlineUrl: 'https://konferenz.dialogwerk.example/zwei-tage-zusammenhalt',
      days: [{ date: first, startsAt: '10:00', endsAt: '17:30' }, { date: second, startsAt: '09:00', endsAt: '13:00' }],
      venue: { name: 'Alte Tuchfabrik', street: 'Am Wehr 1', postcode: '05201', city: 'Talenburg', land: 'DE-HE' },
      capacity: 120,
      waitingList: true,
      visibility: 'public',
      admission: 'open',
      regions: ['DE-HE', 'DE-TH', 'DE-NI'],
      closesOn: shiftedDay(first, -14),
      agenda: [
        { kind: 'arrival', title: 'Anmeldung und Kaffee', date: first, startsAt: '10:00', endsAt: '10:30', room: 'Foyer' },
        {
          kind: 'grusswort', title: 'Begrüßung', date: first, startsAt: '10:30', endsAt: '10:50', room: 'Websaal',
          speakers: [{ name: 'Dr. Henrike Beispiel', office: 'Leiterin des Landesbüros Dialog (Demo)' }],
        },
        {
          kind: 'podium', title: 'Was bei uns gelungen ist, was nicht', date: first, startsAt: '10:50', endsAt: '12:30', room: 'Websaal',
          speakers: [
            { name: 'Yıldız Skizze', office: 'Landrätin des Landkreises Jettenroth (erfunden)' },
            { name: 'Jörg Muster', office: 'Oberbürgermeister von Talenburg (erfunden)' },
          ],
        },
        { kind: 'meal', title: 'Mittagessen', date: first, startsAt: '12:30', endsAt: '14:00', room: 'Foyer' },
        { kind: 'workshop_round', title: 'Workshops am ersten Tag', ...roundOne },
        { ...workshop('Sprache im Amt: Bescheide, die man versteht', 'Spinnerei', 'Nina Probe', 'Stadt Sillbrück (erfunden)'), ...roundOne },
        { ...workshop('Wohnen: Leerstand wird Nachbarschaft', 'Färberei', 'Ömer Entwurf', 'Stadt Mühlfurten (erfunden)'), ...roundOne },
        { ...workshop('Vereine, die Neue aufnehmen', 'Kontor', 'Siobhán Vorlage', 'Freiwilligenagentur Talenburg (erfunden)'), ...roundOne },
        { kind: 'break', title: 'Pause', date: first, startsAt: '15:30', endsAt: '16:00', room: 'Foyer' },
        { kind: 'plenum', title: 'Drei Fragen aus den Workshops', date: first, startsAt: '16:00', endsAt: '17:30', room: 'Websaal' },
        { kind: 'arrival', title: 'Ankommen', date: second, startsAt: '09:00', endsAt: '09:30', room: 'Foyer' },
        { kind: 'workshop_round', title: 'Workshops am zweiten Tag', ...roundTwo },
        { ...workshop('Von der Schule in die Ausbildung', 'Spinnerei', 'Jakub Skizze', 'Handwerkskammer Talenburg (erfunden)'), ...roundTwo },
        { ...workshop('Beteiligung, die bleibt', 'Färberei', 'Nina Probe', 'Stadt Sillbrück (erfunden)'), ...roundTwo },
        { ...workshop('Zahlen, die helfen: Monitoring in kleinen Gemeinden', 'Kontor', 'Thùy Linh Muster', 'Hochschule Quellenrode (erfunden)'), ...roundTwo },
        { kind: 'break', title: 'Pause', date: second, startsAt: '11:15', endsAt: '11:45', room: 'Foyer' },
        { kind: 'closing', title: 'Empfehlungen an Bund, Länder und Kommunen', date: second, startsAt: '11:45', endsAt: '13:00', room: 'Websaal' },
      ],
    },
  }
}
