/** How a person wishes to be greeted. Declared by the person or the list, never inferred from a first name. */
export type Salutation = 'frau' | 'herr' | 'neutral' | 'none'

export type SalutationLanguage = 'de' | 'en'

/** Everything the form of address depends on, as of this participation. Office titles are free text in two forms and never changed here. */
export interface Addressee {
  /** A mailbox of a body ("Geschäftsstelle") has no person to greet. */
  kind?: 'person' | 'mailbox'
  salutation: Salutation
  /** Academic title as written: "Dr.", "Prof. Dr.". */
  title?: string | null
  /** Office for the address line: "Landrätin des Landkreises Coburg". */
  officeAddress?: string | null
  /** Office for the salutation: "Landrätin". */
  officeSalutation?: string | null
  givenNames?: string | null
  familyName: string
  /** A salutation line written by hand; it always wins. */
  override?: string | null
  /** Protocol rank, 1 is the highest; without one a person stands after those who have one. */
  rank?: number | null
}

/**
 * The salutation line of a letter, after the advice on forms of address of the federal protocol (BMI, Protokoll Inland): an office replaces
 * name and academic title; "Professor" replaces "Dr."; only these two titles are spoken. Without a declared salutation the full name is
 * greeted neutrally.
 *
 * English: Dear Ms / Mr + family name; Professor and Dr replace Ms and Mr; offices stay out, being German words; without a declared
 * salutation "Dear" + full name; without a name "Dear Sir or Madam,".
 */
export function salutationLine(person: Addressee, language: SalutationLanguage): string {
  const override = clean(person.override)
  if (override) return override
  if (person.kind === 'mailbox') return nobody(language)
  return language === 'de' ? german(person) : english(person)
}

/** One salutation line for each person, the highest rank first; from the second line on the greeting begins in lower case, as German letters do. */
export function salutationLines(people: readonly Addressee[], language: SalutationLanguage): string[] {
  return byRank(people).map((person, index) => {
    const line = salutationLine(person, language)
    return index === 0 || clean(person.override) ? line : line.charAt(0).toLowerCase() + line.slice(1)
  })
}

/**
 * The lines above the street in an address: the office, then the person with "Frau" or the accusative "Herrn". A mailbox has its name only.
 * In English the salutation is left out when a title stands there.
 */
export function addressLines(person: Addressee, language: SalutationLanguage): string[] {
  const office = clean(person.officeAddress)
  const name = fullName(person)
  if (person.kind === 'mailbox') return [office, clean(person.familyName)].filter((line, index, all) => line !== '' && all.indexOf(line) === index)
  const title = clean(person.title)
  const words = language === 'de'
    ? [{ frau: 'Frau', herr: 'Herrn', neutral: '', none: '' }[person.salutation], title]
    : [title || { frau: 'Ms', herr: 'Mr', neutral: '', none: '' }[person.salutation]]
  return [office, [...words, name].filter(Boolean).join(' ')].filter((line) => line !== '')
}

/** Given and family names in reading order; either may be missing. */
export function fullName(person: Pick<Addressee, 'givenNames' | 'familyName'>): string {
  return [clean(person.givenNames), clean(person.familyName)].filter(Boolean).join(' ')
}

function german(person: Addressee): string {
  const name = fullName(person)
  const title = spokenTitle(person.title)
  if (person.salutation === 'frau' || person.salutation === 'herr') {
    const opening = person.salutation === 'frau' ? 'Sehr geehrte Frau' : 'Sehr geehrter Herr'
    const office = clean(person.officeSalutation)
    if (office) return `${opening} ${office},`
    const called = clean(person.familyName) || clean(person.givenNames)
    return called ? `${[opening, title, called].filter(Boolean).join(' ')},` : nobody('de')
  }
  return name ? `${['Guten Tag', title, name].filter(Boolean).join(' ')},` : nobody('de')
}

function english(person: Addressee): string {
  const title = { '': '', 'Dr.': 'Dr', Professor: 'Professor', Professorin: 'Professor' }[spokenTitle(person.title)]
  if (person.salutation === 'frau' || person.salutation === 'herr') {
    const called = clean(person.familyName) || clean(person.givenNames)
    return called ? `Dear ${title || (person.salutation === 'frau' ? 'Ms' : 'Mr')} ${called},` : nobody('en')
  }
  const name = fullName(person)
  return name ? `${['Dear', title, name].filter(Boolean).join(' ')},` : nobody('en')
}

// "Professorin" is said only where the person's own title says so: the machine does not inflect.
function spokenTitle(title: string | null | undefined): '' | 'Dr.' | 'Professor' | 'Professorin' {
  const written = clean(title)
  if (/(^|\s)Prof(essorin|\.?in)\b/i.test(written)) return 'Professorin'
  if (/(^|\s)Prof(\.|essor\b|\b)/i.test(written)) return 'Professor'
  return /(^|[\s.])Dr\b/i.test(written) ? 'Dr.' : ''
}

function byRank(people: readonly Addressee[]): Addressee[] {
  return [...people].sort((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER))
}

function nobody(language: SalutationLanguage): string {
  return language === 'de' ? 'Sehr geehrte Damen und Herren,' : 'Dear Sir or Madam,'
}

function clean(text: string | null | undefined): string {
  return (text ?? '').trim()
}
