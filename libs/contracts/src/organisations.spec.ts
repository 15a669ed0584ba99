import { OrganisationInput } from './organisations.js'

describe('OrganisationInput', () => {
  it('takes a postcode of five digits or none, as an event does', () => {
    const postcodeOf = (postcode: unknown) => OrganisationInput.safeParse({ name: 'Amt', postcode })
    expect(postcodeOf('01067').data?.postcode).toBe('01067')
    for (const none of ['', null, undefined]) expect(postcodeOf(none).data?.postcode).toBeNull()
    expect(postcodeOf('1067').error?.issues.map(({ path }) => path.join('/'))).toEqual(['postcode'])
  })
})
