import type { de } from './de.js'
import { fields } from './en/fields.js'
import { places } from './en/places.js'
import { vocabulary } from './en/vocabulary.js'

export const en: typeof de = { vocabulary, fields, places }
