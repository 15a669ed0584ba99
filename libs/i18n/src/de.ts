import { audit } from './de/audit.js'
import { fields } from './de/fields.js'
import { outbox } from './de/outbox.js'
import { checkMail, confirm, personal, registration, withdraw } from './de/participation.js'
import { places } from './de/places.js'
import { event, home, layout, series } from './de/programme.js'
import { problems } from './de/problems.js'
import { sheet } from './de/sheet.js'
import { barrier, legal, mailbox, problem, signIn } from './de/system.js'
import { vocabulary } from './de/vocabulary.js'

export const de = {
  vocabulary, fields, places, layout, home, series, event, registration, checkMail, confirm, personal, withdraw, legal, barrier, signIn, problem, mailbox, problems, sheet, outbox, audit,
}
