import type { Census } from '@app/platform'

/** The tables of mailing. */
export const mailingCensus: Census = {
  calendar_entry: { retention: 'subject', holds: 'Kennung und Stand des Kalendereintrags', references: { participation_id: 'stays', item_key: 'stays' } },
  message: {
    retention: ['L'], holds: 'Versandte Nachrichten: Adresse, Betreff, Zeitpunkt, Antwort des Mailservers',
    references: { outbox_id: 'goes', campaign_id: 'goes', event_id: 'goes', participation_id: 'goes', contact_id: 'goes', template_id: 'goes', calendar_entry_id: 'goes' },
  },
}
