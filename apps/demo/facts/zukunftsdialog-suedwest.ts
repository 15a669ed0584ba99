import type { FactSheet } from './fact-sheet.js'

/** First edition of a series that tours the regions: five Länder, some 200 people, no published date. */
export const zukunftsdialogSuedwest: FactSheet = {
  key: 'zukunftsdialog-suedwest',
  format: 'zukunftsdialog',
  series: {
    title: 'Zukunftsdialog',
    kind: 'dialogreihe',
    intendedContinuation: 'in weiteren Regionen Deutschlands',
    editions: [{ no: 1, isKickoff: true }],
  },
  event: {
    title: 'Verlässliche Strukturen für Integration in den Kommunen',
    edition: 1,
    date: null,
    datePrecision: 'unknown',
    venue: { city: 'Mainz', ags: '07315000', land: 'DE-RP' },
    countApprox: 200,
    countQualifier: 'rund',
    mode: 'praesenz',
    state: 'done',
  },
  regions: ['DE-BW', 'DE-HE', 'DE-NW', 'DE-RP', 'DE-SL'],
  stakeholderGroups: [
    { group: 'kommune' },
    { group: 'land' },
    { group: 'zivilgesellschaft' },
    { group: 'migrantenorganisation' },
    { group: 'traeger_kurs', label: 'Träger von Integrationskursen' },
    { group: 'jobcenter_arbeitsagentur', label: 'Jobcenter' },
    { group: 'bund', label: 'BAMF' },
  ],
  persons: [
    {
      name: 'Reem Alabali-Radovan',
      roles: ['gastgeberin', 'podium'],
      offices: ['Staatsministerin', 'Integrations- und Antirassismusbeauftragte der Bundesregierung'],
    },
  ],
  orgs: [{ name: 'Integrationsbeauftragte', role: 'veranstalter' }],
  inputs: [
    {
      type: 'studie',
      title: 'Kommunale Pflichtaufgabe Integration: Königsweg oder Holzweg?',
      by: ['Universität Hildesheim', 'FAU Erlangen-Nürnberg'],
      firstPresentation: true,
    },
  ],
  topics: [
    'Integration und Teilhabe strukturell in den Kommunen verankern',
    'Entscheidungsträger*innen gegen Hass und Rassismus stärken',
  ],
  media: [{ type: 'foto', credit: 'Integrationsbeauftragte/Schepp' }],
}
