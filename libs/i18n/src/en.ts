import type { de } from './de.js'
import { audit } from './en/audit.js'
import { fields } from './en/fields.js'
import { outbox } from './en/outbox.js'
import { checkMail, confirm, personal, registration, withdraw } from './en/participation.js'
import { places } from './en/places.js'
import { event, home, layout, series } from './en/programme.js'
import { problems } from './en/problems.js'
import { sheet } from './en/sheet.js'
import { barrier, legal, mailbox, problem, signIn } from './en/system.js'
import { vocabulary } from './en/vocabulary.js'

export const en: typeof de = {
  vocabulary, fields, places, layout, home, series, event, registration, checkMail, confirm, personal, withdraw, legal, barrier, signIn, problem, mailbox, problems, sheet, outbox, audit,
}
