import type { FactSheet } from './fact-sheet.js'

/** One question discussed with municipalities, churches, foundations and ministries; the year is concluded, not published. */
export const werkstattgespraechStuttgart: FactSheet = {
  key: 'werkstattgespraech-stuttgart',
  format: 'werkstattgespraech',
  series: null,
  event: {
    title: 'Werkstattgespräch kommunale Koordinationsaufgaben in der Integrationspolitik',
    date: null,
    datePrecision: 'year',
    venue: { city: 'Stuttgart', ags: '08111000', land: 'DE-BW' },
    countApprox: null,
    mode: 'praesenz',
    dateHint: '2012',
    dateInferred: true,
    state: 'done',
  },
  guidingQuestion: 'wie die einzelnen Maßnahmen an vorhandene öffentliche Strukturen herangeführt und auch dauerhaft verankert werden können',
  regions: ['DE-BW'],
  stakeholderGroups: [
    { group: 'kommune' },
    { group: 'kirche_religion', label: 'Kirchen' },
    { group: 'stiftung' },
    { group: 'land', label: 'Ministerien' },
  ],
  persons: [{ name: 'Bilkay Öney', roles: ['gastgeberin'], offices: ['Ministerin für Integration'] }],
  orgs: [{ name: 'Ministerium für Integration Baden-Württemberg', role: 'veranstalter' }],
  inputs: [
    {
      type: 'studie',
      title: 'Studie zum Stand der kommunalen Integrationspolitik in Deutschland',
      figures: [
        { label: 'hoher Stellenwert', value: 71.5, unit: '%' },
        { label: 'sehr hoher Stellenwert', value: 23.7, unit: '%' },
      ],
    },
  ],
}
