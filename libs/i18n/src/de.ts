import { fields } from './de/fields.js'
import { vocabulary } from './de/vocabulary.js'

export const de = { vocabulary, fields }
