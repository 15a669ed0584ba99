import { ANSWER_PERIODS } from '@app/contracts'
import { type Census, knowsNobody } from '@app/platform'

/** The tables of participants. */
export const participantsCensus: Census = {
  answer_file_part: { retention: 'subject', holds: 'Inhalt hochgeladener Dateien, verschlüsselt', references: { answer_id: 'goes' } },
  attendance: {
    retention: 'subject', holds: 'Anwesenheit: Tag, Zeit, Art der Erfassung',
    references: { event_id: 'stays', participation_id: 'stays', day_id: 'stays', agenda_item_id: 'stays', actor_id: 'stays', client_ref: 'stays', voids_id: 'stays' },
  },
  consent: { retention: ['F'], holds: 'Einwilligungen mit Wortlaut und Zeitpunkt', references: { participation_id: 'goes', contact_id: 'goes', notice_id: 'goes' } },
  contingent: knowsNobody('event_id', 'organisation_id'),
  need: { retention: ['B'], holds: 'Unterstützungsbedarf, verschlüsselt', references: { event_id: 'goes', participation_id: 'goes', consent_id: 'goes' } },
  need_offer: knowsNobody('event_id'),
  nomination: {
    retention: ['A'], holds: 'Benennende Stellen: Name und E-Mail-Adresse der Ansprechperson',
    references: { event_id: 'stays', organisation_id: 'stays', contingent_id: 'stays', contact_id: 'emptied' },
  },
  participation: {
    retention: ['A', 'N'], holds: 'Teilnehmende: Name, Anrede, Titel, Amt, Organisation, Land, Gruppe, E-Mail-Adresse, Telefon, Zu- und Absagen',
    references: {
      event_id: 'stays', contact_id: 'emptied', nomination_id: 'stays', contingent_id: 'stays', registered_by_id: 'stays', represents_id: 'stays',
      organisation_id: 'emptied', notice_id: 'stays',
    },
  },
  question: knowsNobody('event_id'),
  question_answer: { retention: ANSWER_PERIODS, holds: 'Antworten auf Fragen des Formulars, besondere Kategorien verschlüsselt', references: { participation_id: 'goes', question_id: 'goes' } },
}
