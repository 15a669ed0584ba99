import { Events1764057600004 } from './1764057600004-events.js'
import { HostDuties1764057600030 } from './1764057600030-host-duties.js'
import { EventAccessibility1764057600033 } from './1764057600033-event-accessibility.js'
import { SeriesRevision1764057600061 } from './1764057600061-series-revision.js'
import { QuestionsRevision1764057600062 } from './1764057600062-questions-revision.js'

export const eventsMigrations = [Events1764057600004, HostDuties1764057600030, EventAccessibility1764057600033, SeriesRevision1764057600061, QuestionsRevision1764057600062]
