import type { sheet as german } from '../de/sheet.js'

export const sheet: typeof german = {
  attendance: 'Attendance list',
  columns: {
    familyName: 'Family name', givenName: 'Given name', title: 'Title', office: 'Office', organisation: 'Organisation', land: 'Land', group: 'Group',
    standing: 'Standing', waitingPosition: 'Waiting list no.', email: 'E-mail', phone: 'Telephone', language: 'Language', consents: 'Consents', createdAt: 'Registered on', signature: 'Signature',
  },
  needs: {
    file: 'support', name: 'Name', organisation: 'Organisation', email: 'E-mail', phone: 'Telephone', place: 'Standing', kinds: 'Support', detail: 'Details',
    places: { confirmed: 'takes part', waiting: 'waits for a place' },
  },
  yes: 'yes',
  languages: { de: 'German', en: 'English' },
}
