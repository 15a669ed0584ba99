import { integrationAusEinemGuss } from './integration-aus-einem-guss.js'
import { netzwerktreffenPlauen } from './netzwerktreffen-plauen.js'
import { weltoffeneKommunen } from './weltoffene-kommunen.js'
import { werkstattgespraechStuttgart } from './werkstattgespraech-stuttgart.js'
import { zukunftsdialogSuedwest } from './zukunftsdialog-suedwest.js'
import type { FactSheet } from './fact-sheet.js'

export type { EditionFacts, FactSheet, OrganisationFacts, PersonFacts } from './fact-sheet.js'

/** The real events of the demo. */
export const factSheets: readonly FactSheet[] = [
  zukunftsdialogSuedwest, werkstattgespraechStuttgart, weltoffeneKommunen, integrationAusEinemGuss, netzwerktreffenPlauen,
]
