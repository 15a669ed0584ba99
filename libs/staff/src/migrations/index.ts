import { Staff1764057600002 } from './1764057600002-staff.js'
import { SessionRotation1764057600010 } from './1764057600010-session-rotation.js'

export const staffMigrations = [Staff1764057600002, SessionRotation1764057600010]
