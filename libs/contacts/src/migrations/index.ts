import { Contacts1764057600003 } from './1764057600003-contacts.js'

export const contactsMigrations = [Contacts1764057600003]
