import { Mailing1764057600006 } from './1764057600006-mailing.js'

export const mailingMigrations = [Mailing1764057600006]
