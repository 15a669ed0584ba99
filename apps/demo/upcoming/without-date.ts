import type { PlanEdition } from './edition-plan.js'

/** Planned, without a date. */
export const withoutDate: PlanEdition = () => ({
  editionNo: 5,
  published: false,
  event: {
    format: 'zukunftsdialog',
    title: 'Dialog an der Küste',
    description: 'Die Reihe kommt in den Norden. Termin und Ort werden noch gesucht.\n\nDie Veranstaltung ist erfunden. Sie gehört zu den Beispieldaten dieser Installation.',
    mode: 'in_person',
    visibility: 'public',
    admission: 'open',
    capacity: 100,
    waitingList: true,
    regions: ['DE-SH', 'DE-MV'],
  },
})
