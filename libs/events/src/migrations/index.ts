import { Events1764057600004 } from './1764057600004-events.js'

export const eventsMigrations = [Events1764057600004]
