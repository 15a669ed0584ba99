import type { FactSheet } from './fact-sheet.js'

/** Signing at the start of a model project: 40 municipalities, four phases with each, offers to all. */
export const weltoffeneKommunen: FactSheet = {
  key: 'weltoffene-kommunen',
  format: 'konferenz',
  series: {
    title: 'Weltoffene Kommunen – vom Dialog zum Zusammenhalt',
    kind: 'modellprojekt',
    memberQuota: 40,
    parentProgramme: 'Nationaler Aktionsplan Integration',
  },
  event: {
    title: 'Unterzeichnung der Erklärung zur Zusammenarbeit (Startschuss)',
    date: '2019-11-05',
    datePrecision: 'day',
    venue: { city: 'Potsdam', ags: '12054000', land: 'DE-BB' },
    mode: 'praesenz',
    state: 'done',
    subtype: 'unterzeichnung',
  },
  phasesPerMember: ['standortbestimmung', 'handlungsempfehlungen', 'umsetzungsbegleitung', 'buergerdialog'],
  crossOffers: ['workshop', 'webinar', 'vernetzung_entscheider'],
  persons: [
    { name: 'Annette Widmann-Mauz', roles: ['unterzeichnerin'], offices: ['Staatsministerin für Integration'] },
    { name: 'Mike Schubert', roles: ['unterzeichner'], offices: ['Oberbürgermeister'] },
  ],
  orgs: [
    { name: 'PHINEO gAG', role: 'durchfuehrung' },
    { name: 'Bertelsmann Stiftung', role: 'durchfuehrung' },
    { name: 'Staatsministerin für Integration', role: 'koordination_aktionsplan' },
  ],
}
