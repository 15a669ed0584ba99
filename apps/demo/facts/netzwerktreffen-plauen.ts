import type { FactSheet } from './fact-sheet.js'

/** Third meeting, over two days, of a research project that closed in another city; one body in two roles, a fixed funding claim. */
export const netzwerktreffenPlauen: FactSheet = {
  key: 'netzwerktreffen-plauen',
  format: 'netzwerktreffen',
  series: {
    title: 'Integrationspotenziale in kleinen Städten und Landkreisen',
    kind: 'forschungs-praxis-projekt',
    runsFrom: 2009,
    runsTo: 2011,
    editions: [
      { no: 1 },
      { no: 2 },
      { no: 3 },
      { no: 4, isClosing: true, format: 'abschlusskonferenz', date: '2011-10-07', venue: { city: 'Berlin', ags: '11000000' } },
    ],
  },
  event: {
    title: 'Drittes Netzwerktreffen',
    edition: 3,
    date: ['2011-03-24', '2011-03-25'],
    datePrecision: 'day',
    venue: { city: 'Plauen', ags: '14523320', land: 'DE-SN' },
    countApprox: 100,
    countQualifier: 'rund',
    mode: 'praesenz',
    state: 'done',
  },
  orgs: [
    { name: 'Schader-Stiftung', role: 'projekttraeger_koordinator' },
    { name: 'Bundesamt für Migration und Flüchtlinge (BAMF)', role: 'kooperation' },
    { name: 'Bundesamt für Migration und Flüchtlinge (BAMF)', role: 'foerderer' },
    { name: 'Deutscher Städte- und Gemeindebund', role: 'kooperation' },
    { name: 'Deutscher Landkreistag', role: 'kooperation' },
    { name: 'Europäischer Integrationsfonds', role: 'foerderer' },
    { name: 'Beauftragte der Bundesregierung für Migration, Flüchtlinge und Integration', role: 'foerderer', since: 2010 },
    { name: 'Beauftragte für Migration, Flüchtlinge und Integration', role: 'schirmherrschaft' },
    { name: 'Bundesinnenminister', role: 'schirmherrschaft' },
  ],
  fundingClaim: 'aufgrund eines Beschlusses des Deutschen Bundestags',
  persons: [
    { name: 'Prof. Karl-Dieter Keim', roles: ['vortrag'], talk: 'Governance kommunaler Entwicklungsprozesse' },
    { name: 'Prof. Roland Roth', roles: ['vortrag'] },
    {
      name: 'Marie-Luise Hümpfner',
      roles: ['vortrag'],
      offices: ['Ministerium für Arbeit, Integration und Soziales des Landes Nordrhein-Westfalen'],
    },
    { name: 'Michael Busch', roles: ['podium'], offices: ['Landrat des Landkreises Coburg'], ags: '09473' },
    { name: 'Hans Georg Kraus', roles: ['podium'], offices: ['Erster Bürgermeister von Ravensburg'], ags: '08436064' },
    { name: 'Palf Péus', roles: ['podium'], offices: ['Bürgermeister von Bestwig'], ags: '05958008' },
    { name: 'Werner Hülsmann', roles: ['podium'], offices: ['Integrationsbeauftragter des Landkreises Osnabrück'], ags: '03459' },
    {
      name: 'Veronika Glitzner',
      roles: ['beitrag'],
      offices: ['Gleichstellungs-/Integrations- und Frauenbeauftragte des Vogtlandkreises'],
      ags: '14523',
    },
    {
      name: 'Sabine Süß',
      roles: ['schlusswort', 'projektleitung'],
      offices: ['Geschäftsführender Vorstand der Schader-Stiftung'],
    },
    { name: 'Gudrun Kirchhoff', roles: ['visdp'] },
  ],
  outputs: [
    { type: 'pressemitteilung', date: '2011-03-28', visdp: 'Gudrun Kirchhoff' },
    { type: 'handlungsempfehlungen', addressees: ['bund', 'laender', 'kommunen'], status: 'in_formulierung' },
  ],
}
