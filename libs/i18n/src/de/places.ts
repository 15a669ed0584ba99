/** Figures in sentences. */
export const places = {
  free: (free: number, capacity: number) =>
    free === capacity ? (capacity === 1 ? 'Der eine Platz ist frei' : `Alle ${capacity} Plätze sind frei`)
      : free === 1 ? `Noch ein Platz von ${capacity} frei` : `Noch ${free} von ${capacity} Plätzen frei`,
  full: (capacity: number) => (capacity === 0 ? 'Keine Plätze' : capacity === 1 ? 'Der Platz ist vergeben' : `Alle ${capacity} Plätze sind vergeben`),
  fullWaiting: (capacity: number, waiting: number) => `Alle ${capacity} Plätze sind vergeben, ${waiting === 1 ? 'eine Person wartet' : `${waiting} warten`}`,
  unlimited: (taken: number) => (taken === 0 ? 'Die Zahl der Plätze ist nicht begrenzt' : `${taken} angemeldet, die Zahl der Plätze ist nicht begrenzt`),
  waitingAt: (word: string, position: number) => `${word}, Platz ${position}`,
  participants: (count: string, qualifier: string) => `${qualifier ? `${qualifier} ` : ''}${count} Teilnehmende`,
}
