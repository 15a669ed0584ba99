import { type EmailProblem, checkEmail, checkName, checkPhone, normaliseEmail, normaliseName, searchForm, showEmail, sortKey } from '@app/contacts'
import type { Group, Land, Language, Salutation } from '@app/contracts'
import type { FieldProblem } from '@app/platform'

/** What a form says of a person: contract fields, already trimmed. */
export interface PersonSaid {
  givenName: string | null
  familyName: string | null
  email: string | null
  salutation: Salutation | null
  title: string | null
  organisation: string | null
  office: string | null
  officeSalutation: string | null
  land: Land | null
  group: Group | string | null
  language: Language
  phone: string | null
}

/** The columns of a participation that describe the person: a snapshot, never joined with the address book again. */
export interface PersonColumns {
  givenNames: string | null
  familyName: string | null
  nameSearch: string
  nameSort: string
  salutation: Salutation | null
  title: string | null
  officeAddress: string | null
  officeSalutation: string | null
  organisationShown: string | null
  land: Land | null
  groupKey: string | null
  email: string | null
  emailNormalised: string | null
  activeKey: string | null
  phone: string | null
  language: Language
}

/** What cannot be taken, field by field, in the order of the form. */
export function personProblems(said: PersonSaid): FieldProblem[] {
  const problems: FieldProblem[] = []
  for (const field of ['givenName', 'familyName'] as const) {
    const text = said[field]
    const problem = text === null ? null : checkName(text)
    if (problem) problems.push({ pointer: `/${field}`, code: `field.name_${problem}` })
  }
  if (said.email !== null) {
    const problem: EmailProblem | null = checkEmail(said.email)
    if (problem) problems.push({ pointer: '/email', code: `field.email_${problem}` })
  }
  const phone = said.phone === null ? null : checkPhone(said.phone)
  if (phone) problems.push({ pointer: '/phone', code: `field.phone_${phone}` })
  return problems
}

/** The columns of a person without problems. E-mails are kept as people write them beside the form that is compared: browsers send a domain like bücher.example in its technical form. */
export function personColumns(said: PersonSaid): PersonColumns {
  const givenNames = said.givenName && normaliseName(said.givenName)
  const familyName = said.familyName && normaliseName(said.familyName)
  const emailNormalised = said.email === null ? null : normaliseEmail(said.email)
  return {
    givenNames,
    familyName,
    // One column serves the search by name and by organisation, cut to its width.
    nameSearch: searchForm([familyName, givenNames, said.organisation].filter(Boolean).join(' '), 200),
    nameSort: familyName ? sortKey(familyName, givenNames) : sortKey(givenNames ?? ''),
    salutation: said.salutation,
    title: said.title,
    officeAddress: said.office,
    officeSalutation: said.officeSalutation,
    organisationShown: said.organisation,
    land: said.land,
    groupKey: said.group,
    email: said.email && showEmail(said.email.normalize('NFC').trim()),
    emailNormalised,
    activeKey: emailNormalised,
    phone: said.phone,
    language: said.language,
  }
}
