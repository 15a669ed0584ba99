import type { places as german } from '../de/places.js'

export const places: typeof german = {
  free: (free, capacity) =>
    free === capacity ? (capacity === 1 ? 'The one place is free' : `All ${capacity} places are free`)
      : free === 1 ? `One place of ${capacity} left` : `${free} of ${capacity} places left`,
  full: (capacity) => (capacity === 0 ? 'No places' : capacity === 1 ? 'The place is taken' : `All ${capacity} places are taken`),
  fullWaiting: (capacity, waiting) => `All ${capacity} places are taken, ${waiting === 1 ? 'one person is waiting' : `${waiting} are waiting`}`,
  unlimited: (taken) => (taken === 0 ? 'The number of places is not limited' : `${taken} registered, the number of places is not limited`),
  waitingAt: (word, position) => `${word}, place ${position}`,
  participants: (count, qualifier) => `${QUALIFIERS[qualifier] ?? qualifier}${qualifier ? ' ' : ''}${count} participants`,
}

/** Words that come with a published count. */
const QUALIFIERS: Record<string, string> = { rund: 'around', 'über': 'more than', 'etwa': 'about', 'mehr als': 'more than', 'knapp': 'just under' }
