import { Participants1764057600005 } from './1764057600005-participants.js'

export const participantsMigrations = [Participants1764057600005]
