import { Contacts1764057600003 } from './1764057600003-contacts.js'
import { OrganisationRevision1764057600060 } from './1764057600060-organisation-revision.js'

export const contactsMigrations = [Contacts1764057600003, OrganisationRevision1764057600060]
