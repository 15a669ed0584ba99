import { fields } from './de/fields.js'
import { places } from './de/places.js'
import { vocabulary } from './de/vocabulary.js'

export const de = { vocabulary, fields, places }
