import { contactsCensus } from '@app/contacts'
import { eventsCensus } from '@app/events'
import { mailingCensus } from '@app/mailing'
import { participantsCensus } from '@app/participants'
import { type Census, platformCensus } from '@app/platform'
import { staffCensus } from '@app/staff'

/** What every table knows about people and what becomes of it. */
export const census: Census = { ...platformCensus, ...staffCensus, ...contactsCensus, ...eventsCensus, ...participantsCensus, ...mailingCensus }
