import { formatWeekday } from '@app/i18n'
import { plannedTuesday, shiftedDay } from '../planned-days.js'
import type { PlanEdition } from './edition-plan.js'

/** One day in person, with places free: the first edition a visitor registers for. */
export const simpleDay: PlanEdition = (now) => {
  const date = plannedTuesday(now, 2)
  return {
    editionNo: 2,
    published: true,
    byHand: { seed: 'simple-day', attending: 14, lands: ['DE-RP', 'DE-HE', 'DE-SL'], addresses: 'none', groups: ['kommune', 'landkreis', 'zivilgesellschaft', 'buergerschaft'] },
    topics: ['Erste Wochen in einer neuen Stadt', 'Was Nachbarschaften leisten, was Ämter leisten müssen'],
    event: {
      format: 'zukunftsdialog',
      title: 'Ankommen in der Nachbarschaft',
      subtitle: 'Dialog vor Ort in Rebheim am Stein',
      description: 'Wer neu in eine Stadt kommt, trifft zuerst auf Nachbarn, Vereine und das Bürgeramt. Wir sprechen darüber, was den Anfang leichter macht, und nehmen drei Vorhaben mit, die bald beginnen.\n\nDie Veranstaltung ist erfunden. Sie gehört zu den Beispieldaten dieser Installation.',
      easyLanguage: inEasyLanguage(formatWeekday('de', date)),
      mode: 'in_person',
      days: [{ date, startsAt: '09:30', endsAt: '16:00' }],
      venue: { name: 'Kulturbahnhof Rebheim', street: 'Bahnhofstraße 3', postcode: '05117', city: 'Rebheim am Stein', land: 'DE-RP' },
      capacity: 80,
      waitingList: true,
      visibility: 'public',
      admission: 'open',
      regions: ['DE-RP', 'DE-HE', 'DE-SL'],
      closesOn: shiftedDay(date, -7),
      agenda: [
        { kind: 'arrival', title: 'Ankommen und Kaffee', date, startsAt: '09:30', endsAt: '10:00', room: 'Wartesaal' },
        {
          kind: 'grusswort', title: 'Begrüßung', date, startsAt: '10:00', endsAt: '10:15', room: 'Gleis 1',
          speakers: [{ name: 'Dr. Henrike Beispiel', office: 'Leiterin des Landesbüros Dialog (Demo)' }],
        },
        {
          kind: 'keynote', title: 'Die ersten hundert Tage', date, startsAt: '10:15', endsAt: '11:00', room: 'Gleis 1',
          speakers: [{ name: 'Prof. Dr. Çiğdem Muster', office: 'Hochschule Rebheim (erfunden)' }],
        },
        { kind: 'break', title: 'Pause', date, startsAt: '11:00', endsAt: '11:20' },
        {
          kind: 'podium', title: 'Was die Nachbarschaft kann', date, startsAt: '11:20', endsAt: '12:30', room: 'Gleis 1',
          speakers: [
            { name: 'Łucja Probe', office: 'Stadtteilbüro Rebheim-Süd (erfunden)' },
            { name: 'Tarek Entwurf', office: 'Forum der Vielfalt Rebheim e. V. (Demo)' },
            { name: 'Maria Vorlage', office: 'Bürgermeisterin von Irlenbach (erfunden)' },
          ],
        },
        { kind: 'meal', title: 'Mittagessen', date, startsAt: '12:30', endsAt: '13:30', room: 'Wartesaal' },
        { kind: 'plenum', title: 'Drei Vorhaben, die bald beginnen', description: 'An Tischen zu acht, danach im Plenum.', date, startsAt: '13:30', endsAt: '15:40', room: 'Gleis 1' },
        { kind: 'closing', title: 'Was wir mitnehmen', date, startsAt: '15:40', endsAt: '16:00', room: 'Gleis 1' },
      ],
    },
  }
}

const inEasyLanguage = (day: string) => `Die Veranstaltung heißt: Ankommen in der Nachbarschaft.

Die Veranstaltung ist erfunden. Sie ist ein Beispiel.

# Worum geht es?

Manche Menschen ziehen neu in eine Stadt.

Am Anfang ist vieles schwer.

Wir reden darüber: Was macht den Anfang leichter?

# Wann und wo ist die Veranstaltung?

- Die Veranstaltung ist am ${day}.
- Sie fängt um 9:30 Uhr an.
- Sie hört um 16 Uhr auf.
- Sie ist im Kulturbahnhof in Rebheim am Stein.

# Wer darf kommen?

Alle dürfen kommen. Es kostet nichts.

Aber Sie müssen sich anmelden.`
