import { plannedTuesday, shiftedDay } from '../planned-days.js'
import type { PlanEdition } from './edition-plan.js'

/** Every place taken, three people waiting: whoever registers now joins the list. */
export const fullWorkshopTalk: PlanEdition = (now) => {
  const date = plannedTuesday(now, 1)
  return {
    editionNo: 1,
    isKickoff: true,
    published: true,
    registering: {
      seed: 'full-workshop-talk', attending: 15, lands: ['DE-SL', 'DE-RP'], addresses: 'all',
      groups: ['kommune', 'zivilgesellschaft', 'migrantenorganisation', 'kirche_religion'],
    },
    event: {
      format: 'werkstattgespraech',
      title: 'Ehrenamt und Verwaltung auf Augenhöhe',
      subtitle: 'Werkstattgespräch in Schachtenberg',
      guidingQuestion: 'Was muss eine Verwaltung ändern, damit Ehrenamtliche nicht an ihr scheitern?',
      description: 'Ein Nachmittag mit zwölf Plätzen an einem Tisch.\n\nDie Veranstaltung ist erfunden. Sie gehört zu den Beispieldaten dieser Installation.',
      mode: 'in_person',
      days: [{ date, startsAt: '14:00', endsAt: '17:00' }],
      venue: { name: 'Bergmannshaus', street: 'Schachtstraße 7', postcode: '05340', city: 'Schachtenberg', land: 'DE-SL' },
      capacity: 12,
      waitingList: true,
      visibility: 'public',
      admission: 'open',
      regions: ['DE-SL'],
      closesOn: shiftedDay(date, -5),
      agenda: [
        { kind: 'grusswort', title: 'Begrüßung', date, startsAt: '14:00', endsAt: '14:15', speakers: [{ name: 'Dr. Henrike Beispiel', office: 'Leiterin des Landesbüros Dialog (Demo)' }] },
        { kind: 'plenum', title: 'Drei Fälle aus der Praxis', date, startsAt: '14:15', endsAt: '15:30', room: 'Steigerstube' },
        { kind: 'break', title: 'Pause', date, startsAt: '15:30', endsAt: '15:50' },
        { kind: 'plenum', title: 'Was wir ändern', date, startsAt: '15:50', endsAt: '17:00', room: 'Steigerstube' },
      ],
    },
  }
}
