import { Platform1764057600001 } from './1764057600001-platform.js'
import { OutboxLanes1764057600007 } from './1764057600007-outbox-lanes.js'
import { Retention1764057600020 } from './1764057600020-retention.js'
import { ResetLinks1764057600030 } from './1764057600030-reset-links.js'

export const platformMigrations = [Platform1764057600001, OutboxLanes1764057600007, Retention1764057600020, ResetLinks1764057600030]
