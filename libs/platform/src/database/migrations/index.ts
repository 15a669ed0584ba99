import { Platform1764057600001 } from './1764057600001-platform.js'

export const platformMigrations = [Platform1764057600001]
