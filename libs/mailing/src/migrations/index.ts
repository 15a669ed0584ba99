import { Mailing1764057600006 } from './1764057600006-mailing.js'
import { MessageFates1764057600008 } from './1764057600008-message-fates.js'

export const mailingMigrations = [Mailing1764057600006, MessageFates1764057600008]
