import type { Language, PublicPlaces } from '@app/contracts'
import { words } from '@app/i18n'

/** Places in a sentence, never a bare figure: "Noch 36 von 200 Plätzen frei"; full ones name the waiting list. */
export function SeatsSentence({ places, language }: { places: PublicPlaces; language: Language }) {
  return <>{seatsSentence(language, places)}</>
}

/** The same sentence as text. */
export function seatsSentence(language: Language, places: PublicPlaces): string {
  const say = words(language).places
  if (places.capacity === null || places.free === null) return say.unlimited(places.taken)
  if (places.free > 0) return say.free(places.free, places.capacity)
  return places.waiting > 0 ? say.fullWaiting(places.capacity, places.waiting) : say.full(places.capacity)
}
