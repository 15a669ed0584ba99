import type { Group, Land } from '@app/contracts'
import { slugOf } from '@app/contacts'
import type { PastPerson } from '@app/participants'
import { familyNames, givenNames, uncommonNames } from './people-names-table.js'
import { officesOf, towns, workplaces } from './people-offices-table.js'
import { SeededDraw } from './seeded-draw.js'

export interface Crowd {
  /** Same seed, same people. */
  seed: string
  /** People who came. */
  attending: number
  /** People who had a place and gave it back. */
  withdrawn?: number
  lands: readonly Land[]
  groups: readonly Group[]
  /** Who gave an address: almost everybody, unless said otherwise. */
  addresses?: 'all' | 'none'
}

type Named = { givenName: string | null; familyName: string; salutation: PastPerson['salutation']; title?: string }

const TITLES = ['Dr.', 'Prof. Dr.'] as const
// Numbers that the Bundesnetzagentur keeps free for films and books ("Drama Numbers").
const PHONES = ['+49 30 23125 ', '+49 69 90009 ', '+49 40 66969 ', '0221 4710 ', '089 99998 '] as const

/** Invented people over the given Länder and groups, the uncommon names first. All addresses end in .example (RFC 2606): no mail reaches anybody. */
export function inventedPeople({ seed, attending, withdrawn = 0, lands, groups, addresses: given }: Crowd): PastPerson[] {
  const draw = new SeededDraw(seed)
  const names = uniqueNames(draw, attending + withdrawn)
  const addresses = new Set<string>()
  const share = given === 'all' ? 1 : given === 'none' ? 0 : 0.97
  return names.map((name, index) => {
    const invented = person(draw, name, lands, groups)
    const email = draw.chance(share) ? address(name, invented.organisation, addresses) : null
    return { ...invented, email, standing: index < attending ? 'confirmed' : 'withdrawn' }
  })
}

function person(draw: SeededDraw, name: Named, lands: readonly Land[], groups: readonly Group[]): Omit<PastPerson, 'standing' | 'email' | 'organisation'> & { organisation: string } {
  const group = draw.one(groups)
  const workplace = draw.one(workplaces[group])
  const [town, land] = draw.one(towns.filter(([, its]) => lands.includes(its)))
  const organisation = workplace.organisation.replace('{town}', town)
  const office = draw.one(officesOf(group, name.salutation ?? 'keine'))
  const title = name.title ?? (draw.chance(group === 'wissenschaft' ? 0.5 : 0.06) ? draw.one(TITLES) : null)
  return {
    givenName: name.givenName,
    familyName: name.familyName,
    salutation: name.salutation,
    title,
    organisation,
    office: office.address.replace('{org}', workplace.genitive.replace('{town}', town)),
    officeSalutation: office.salutation,
    land,
    group,
    language: draw.chance(0.04) ? 'en' : 'de',
    phone: draw.chance(0.4) ? `${draw.one(PHONES)}${String(Math.floor(draw.number() * 1000)).padStart(3, '0')}` : null,
    answers: {},
    needs: [],
    needsDetail: null,
    specialConsent: false,
  }
}

function uniqueNames(draw: SeededDraw, count: number): Named[] {
  const names: Named[] = uncommonNames.slice(0, count)
  const seen = new Set(names.map(({ givenName, familyName }) => `${givenName} ${familyName}`))
  while (names.length < count) {
    const [givenName, salutation] = draw.one(givenNames)
    const familyName = draw.one(familyNames)
    if (seen.has(`${givenName} ${familyName}`)) continue
    seen.add(`${givenName} ${familyName}`)
    names.push({ givenName, familyName, salutation })
  }
  return names
}

function address(name: Named, organisation: string, addresses: Set<string>): string {
  const local = [name.givenName, name.familyName].filter((part) => part !== null).map((part) => slugOf(part, 30)).join('.')
  const domain = `${slugOf(organisation.replace(/ (\(erfunden\)|e\. V\.)$/, ''), 60)}.example`
  let candidate = `${local}@${domain}`
  for (let number = 2; addresses.has(candidate); number++) candidate = `${local}${number}@${domain}`
  addresses.add(candidate)
  return candidate
}
