import type { FactSheet } from './fact-sheet.js'

/** Conference of two hosts of equal rank. */
export const integrationAusEinemGuss: FactSheet = {
  key: 'integration-aus-einem-guss',
  format: 'konferenz',
  series: null,
  event: {
    title: 'Integration aus einem Guss',
    date: null,
    datePrecision: 'unknown',
    venue: { city: 'Stuttgart', ags: '08111000', land: 'DE-BW' },
    countApprox: 300,
    countQualifier: 'rund',
    mode: 'praesenz',
    state: 'done',
  },
  levels: ['bund', 'land', 'kommune'],
  orgs: [
    { name: 'Ministerium für Soziales und Integration', role: 'mitveranstalter' },
    { name: 'Bundesamt für Migration und Flüchtlinge (BAMF)', role: 'mitveranstalter' },
  ],
  persons: [
    { name: 'Manne Lucha', roles: ['redner'], offices: ['Sozial- und Integrationsminister'] },
    { name: 'Dr. Hans-Eckhard Sommer', roles: ['redner'], offices: ['BAMF-Präsident'] },
    { name: 'Joachim Walter', roles: ['redner'], offices: ['Präsident des Landkreistages', 'Landrat'] },
  ],
  topics: ['Sprachförderung', 'Integration in Gesellschaft und Arbeit', 'soziale Begleitung'],
  fundingLines: ['Verwaltungsvorschrift Integration', 'Deutsch für Flüchtlinge', 'Pakt für Integration'],
}
