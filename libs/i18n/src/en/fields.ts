import type { FieldFacts, fields as german } from '../de/fields.js'

const about = (facts: FieldFacts) => (facts.label ? `“${facts.label}”` : 'This entry')
const quoted = (facts: FieldFacts) => (facts.value ? ` “${facts.value}”` : '')

export const fields: typeof german = {
  sentences: {
    required: (f) => (f.label ? `The entry “${f.label}” is still missing.` : 'This entry is still missing.'),
    text: (f) => `${about(f)} must be text.`,
    too_long: (f) => (f.max ? `${about(f)} is too long. At most ${f.max} characters are possible.` : `${about(f)} is too long.`),
    forbidden_character: (f) => `${about(f)} contains invisible control characters. Please type the text instead of pasting it.`,
    choice: (f) => `${about(f)}: please choose one of the options offered.`,
    name_missing: () => 'Please give your name. A first name or a last name is enough.',
    date: (f) => `${about(f)} is not a date that exists. Expected is, for example, 24/03/2027.`,
    date_range: (f) => `${about(f)} is too far away. The years 1900 to 2199 are possible.`,
    date_order: () => 'Please give an end that is later than the beginning.',
    time: (f) => `${about(f)} is not a time. Expected is, for example, 09:30.`,
    time_zone: (f) => `${about(f)} is not a known time zone, such as Europe/Berlin.`,
    postcode: (f) => `${about(f)} is not a German postcode. It has five digits.`,
    whole_number: (f) => `${about(f)} must be a whole number.`,
    not_negative: (f) => `${about(f)} must not be less than 0.`,
    too_large: (f) => `${about(f)} is too large.`,
    too_many: (f) => (f.max ? `${about(f)}: at most ${f.max} entries are possible.` : `${about(f)} has too many entries.`),
    https_address: (f) => `${about(f)} must begin with https:// and contain no spaces.`,
    password_short: () => 'The password is too short. It needs at least 12 characters.',
    unknown_field: (f) => `There is no field ${about(f)} here.`,
    invalid: (f) => `${about(f)} is not right.`,
    name_empty: () => 'Please give your name. A first name or a last name is enough.',
    name_control: (f) => `${about(f)} contains invisible control characters. Please type the name instead of pasting it.`,
    name_bidi_override: (f) => `${about(f)} contains characters that turn the writing direction. Please type the name again.`,
    name_invisible: (f) => `${about(f)} contains no visible letter.`,
    name_too_long: (f) => `${about(f)} is too long. At most ${f.max ?? 200} characters are possible.`,
    email_empty: () => 'The e-mail address is still missing.',
    email_invalid: (f) => (f.value ? `“${f.value}” is not an e-mail address that we can reach. Expected is, for example, name@city.de.` : 'This is not an e-mail address. Expected is, for example, name@city.de.'),
    email_no_at: (f) => `The e-mail address${quoted(f)} lacks the character @.`,
    email_several_at: (f) => `The e-mail address${quoted(f)} contains more than one @. Please give one address only.`,
    email_spaces: (f) => `The e-mail address${quoted(f)} contains a space.`,
    email_no_domain_ending: (f) => `The e-mail address${quoted(f)} is incomplete. The ending is missing, for example “.de”.`,
    email_header_injection: () => 'The e-mail address contains a line break or a control character. Please type it again.',
    email_too_long: () => 'The e-mail address is too long. At most 254 characters are possible, 64 of them before the @.',
    phone_invalid: () => 'The telephone number contains characters that are not possible there. Expected is, for example, +49 30 1234567.',
    phone_too_short: () => 'The telephone number is too short. It needs at least three digits.',
    phone_too_long: () => 'The telephone number is too long.',
  },
  labels: {
    givenName: 'First name', familyName: 'Last name', email: 'E-mail address', salutation: 'Form of address', title: 'Title', organisation: 'Organisation',
    office: 'Office or function', land: 'Land of the organisation', group: 'I take part for', language: 'Language of the e-mails', phone: 'Telephone',
    consents: 'Consent', password: 'Password',
  },
  optional: 'optional',
  errorPrefix: 'Error: ',
  summary: (count) => (count === 1 ? 'One entry is missing or not right' : `${numeral(count)} entries are missing or not right`),
}

function numeral(count: number): string {
  return ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'][count] ?? String(count)
}
