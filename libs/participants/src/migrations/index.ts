import { Participants1764057600005 } from './1764057600005-participants.js'
import { Questions1764057600040 } from './1764057600040-questions.js'

export const participantsMigrations = [Participants1764057600005, Questions1764057600040]
