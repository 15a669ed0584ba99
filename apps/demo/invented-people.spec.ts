import { checkEmail, checkName, checkPhone } from '@app/contacts'
import { inventedPeople } from './invented-people.js'
import { uncommonNames } from './people-names-table.js'

const crowd = {
  seed: 'mainz', attending: 200, withdrawn: 8, lands: ['DE-RP', 'DE-HE', 'DE-SL'] as const, groups: ['kommune', 'wissenschaft', 'traeger_kurs'] as const,
}

describe('invented people', () => {
  const people = inventedPeople(crowd)

  test('are the same for the same seed and others for another', () => {
    expect(inventedPeople(crowd)).toEqual(people)
    expect(inventedPeople({ ...crowd, seed: 'plauen' })).not.toEqual(people)
  })

  test('are as many as wanted, of the Länder and groups wanted', () => {
    expect(people.filter(({ standing }) => standing === 'confirmed')).toHaveLength(200)
    expect(people.filter(({ standing }) => standing === 'withdrawn')).toHaveLength(8)
    expect(new Set(people.map(({ land }) => land))).toEqual(new Set(crowd.lands))
    expect(new Set(people.map(({ group }) => group))).toEqual(new Set(crowd.groups))
  })

  test('have valid names, numbers and addresses that end in .example, each address once', () => {
    const addresses = people.map(({ email }) => email).filter((email) => email !== null)
    expect(addresses.length).toBeGreaterThan(190)
    expect(addresses.filter((email) => !email.endsWith('.example') || checkEmail(email))).toEqual([])
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(people.filter(({ phone }) => phone !== null && checkPhone(phone))).toEqual([])
    expect(people.flatMap(({ givenName, familyName }) => [givenName, familyName]).filter((name) => name !== null && checkName(name))).toEqual([])
  })

  test('have among them everybody whose name tries the lists, and offices in two forms', () => {
    expect(people.slice(0, uncommonNames.length).map(({ familyName }) => familyName)).toEqual(uncommonNames.map(({ familyName }) => familyName))
    const mayor = people.find(({ officeSalutation }) => officeSalutation === 'Bürgermeisterin')
    expect(mayor?.office).toMatch(/^Bürgermeisterin der (Stadt|Gemeinde) \p{Lu}/u)
    for (const { office } of people) expect(office).not.toMatch(/[{}]/)
  })
})
