import { plannedTuesday, shiftedDay } from '../planned-days.js'
import type { PlanEdition } from './edition-plan.js'

/** Online: the link reaches confirmed people only. */
export const webinar: PlanEdition = (now) => {
  const date = plannedTuesday(now, 3)
  return {
    editionNo: 3,
    published: true,
    event: {
      format: 'webinar',
      title: 'Förderanträge, die bewilligt werden',
      subtitle: 'Webinar für Vereine und kleine Gemeinden',
      description: 'Anderthalb Stunden mit Beispielen aus drei bewilligten Anträgen und Zeit für Ihre Fragen.\n\nDie Veranstaltung ist erfunden. Sie gehört zu den Beispieldaten dieser Installation.',
      mode: 'online',
      onlineUrl: 'https://konferenz.dialogwerk.example/foerderantraege',
      days: [{ date, startsAt: '10:00', endsAt: '11:30' }],
      capacity: 250,
      waitingList: true,
      visibility: 'public',
      admission: 'open',
      regions: ['DE-RP', 'DE-HE', 'DE-SL', 'DE-TH', 'DE-NI'],
      closesOn: shiftedDay(date, -1),
      agenda: [
        { kind: 'talk', title: 'Drei Anträge, Zeile für Zeile', date, startsAt: '10:00', endsAt: '10:50', speakers: [{ name: 'Ağça Vorlage', office: 'Stiftung Miteinander (Demo)' }] },
        { kind: 'plenum', title: 'Ihre Fragen', date, startsAt: '10:50', endsAt: '11:30' },
      ],
    },
  }
}
