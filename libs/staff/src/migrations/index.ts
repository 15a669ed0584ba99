import { Staff1764057600002 } from './1764057600002-staff.js'

export const staffMigrations = [Staff1764057600002]
