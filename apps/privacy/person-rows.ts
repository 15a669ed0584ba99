/** Which rows of a table are about a person: those with one of these values in one of these properties. */
export type RowsOf = (keys: PersonKeys) => Record<string, readonly string[]>

/** Ids that rows point at. */
export interface PersonKeys {
  participations: readonly string[]
  contacts: readonly string[]
  accounts: readonly string[]
  emails: readonly string[]
  /** What the address stands as in the list of blocked ones. */
  blocks: readonly string[]
}

const ofParticipation: RowsOf = ({ participations }) => ({ participationId: participations })
const ofContact: RowsOf = ({ contacts }) => ({ contactId: contacts })
const ofAccount: RowsOf = ({ accounts }) => ({ accountId: accounts })

/**
 * Where people stand, table by table: all that the census says to know somebody, in the order of the export. `null`: the rows cannot be
 * told by person, and say nothing without the one that can.
 */
export const ROWS_OF_PERSON: Readonly<Record<string, RowsOf | null>> = {
  participation: ({ participations }) => ({ id: participations }),
  question_answer: ofParticipation,
  need: ofParticipation,
  consent: ({ participations, contacts }) => ({ participationId: participations, contactId: contacts }),
  attendance: ofParticipation,
  calendar_entry: ofParticipation,
  message: ({ participations, contacts, emails }) => ({ participationId: participations, contactId: contacts, email: emails }),
  outbox: ({ participations }) => ({ subjectId: participations }),
  personal_link: ({ participations, accounts }) => ({ subjectId: [...participations, ...accounts] }),
  nomination: ({ contacts, emails }) => ({ contactId: contacts, email: emails }),
  contribution: ofContact,
  contact: ({ contacts }) => ({ id: contacts }),
  contact_office: ofContact,
  list_entry: ofContact,
  address_block: ({ blocks }) => ({ emailHash: blocks }),
  account: ({ accounts }) => ({ id: accounts }),
  role_grant: ofAccount,
  session: ofAccount,
  credential: ofAccount,
  audit_entry: ({ participations, contacts, accounts }) => ({ subjectId: [...participations, ...contacts, ...accounts], actorId: [...participations, ...accounts] }),
  // The contents of files stand with the answers that they are.
  answer_file_part: null,
  // Sealed, and without a name: only who wrote it knows which report is whose.
  barrier_report: null,
  // A hash of a request that lives for a day.
  idempotency_key: null,
}

/**
 * Properties that would let somebody act as the person, or mean nothing to anybody: never in an export. Hashes and keys of sign-in and
 * links, numbers and digests of the log, and the forms of a name that only sort and search.
 */
export const NOT_EXPORTED = /(Hash|Digest|publicKey|activeKey|dedupeKey)$|^(totpSealed|selector|externalId|providerSession|salt|chainNo|leaseBy|nameSearch|nameSort|search)$/
