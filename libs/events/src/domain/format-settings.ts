import type { FormatKey, FormatView } from '@app/contracts'

/** What a version of a format presets for a new event. */
export type FormatSettings = FormatView['defaults']

/**
 * The eight formats that ship ready, with their German names. Capacities are where organisers usually start; null is no limit.
 * A Werkstattgespräch looks for a balanced table, so staff decides over every place (admission `approval`).
 */
export const SHIPPED_FORMATS: Record<FormatKey, { name: string; settings: FormatSettings }> = {
  zukunftsdialog: { name: 'Zukunftsdialog', settings: { capacity: 200, visibility: 'public', admission: 'open', waitingList: true, mode: 'in_person' } },
  werkstattgespraech: { name: 'Werkstattgespräch', settings: { capacity: 40, visibility: 'public', admission: 'approval', waitingList: true, mode: 'in_person' } },
  netzwerktreffen: { name: 'Netzwerktreffen', settings: { capacity: 100, visibility: 'public', admission: 'open', waitingList: true, mode: 'in_person' } },
  konferenz: { name: 'Konferenz', settings: { capacity: 300, visibility: 'public', admission: 'open', waitingList: true, mode: 'in_person' } },
  abschlusskonferenz: { name: 'Abschlusskonferenz', settings: { capacity: 150, visibility: 'public', admission: 'open', waitingList: true, mode: 'in_person' } },
  workshop: { name: 'Workshop', settings: { capacity: 30, visibility: 'public', admission: 'open', waitingList: true, mode: 'in_person' } },
  webinar: { name: 'Webinar', settings: { capacity: null, visibility: 'public', admission: 'open', waitingList: false, mode: 'online' } },
  buergerdialog: { name: 'Bürgerdialog', settings: { capacity: 80, visibility: 'public', admission: 'open', waitingList: true, mode: 'in_person' } },
}
