import { agendaOf, documentsOf, eventCreation, mainEvent, otherEdition, partsOutsideTheAgenda, resultsOf, rolesOf } from './fact-mapping.js'
import { factSheets } from './facts/index.js'

const sheet = (key: string) => factSheets.find((facts) => facts.key === key)!
const plauen = sheet('netzwerktreffen-plauen')

describe('a sheet of facts becomes what the services take', () => {
  test('with unknown dates left unknown and the inferred year marked', () => {
    expect(mainEvent(sheet('zukunftsdialog-suedwest'), null)).toMatchObject({ days: [], datePrecision: 'unknown', dateHint: null, dateInferred: false, countPublished: 200, countQualifier: 'rund' })
    expect(mainEvent(sheet('werkstattgespraech-stuttgart'), null)).toMatchObject({ days: [], datePrecision: 'year', dateHint: '2012', dateInferred: true })
  })

  test('with the Land of a venue read off the key of its municipality', () => {
    const closing = otherEdition(plauen, plauen.series!.editions![3]!, '01988f3e-0000-7000-8000-000000000000')
    expect(closing).toMatchObject({ title: null, format: 'abschlusskonferenz', editionNo: 4, isClosing: true, venueAgs: '11000000', venue: { city: 'Berlin', land: 'DE-BE' } })
  })

  test('with one row for each role of a person, inside the programme or outside', () => {
    const parts = [...agendaOf(plauen).flatMap(({ parts: inside }) => inside), ...partsOutsideTheAgenda(plauen)]
    expect(parts).toHaveLength(plauen.persons.flatMap(({ roles }) => roles).length)
    expect(agendaOf(plauen).map(({ kind, parts: inside }) => [kind, inside.length])).toEqual([['talk', 1], ['podium', 4], ['closing', 1]])
    expect(agendaOf(sheet('weltoffene-kommunen')).map(({ kind, parts: inside }) => [kind, inside.length])).toEqual([['signing', 2]])
  })

  test('with two roles for who carries and coordinates, and none at the series for who coordinates the plan above', () => {
    expect(rolesOf(plauen).slice(0, 2)).toEqual([{ name: 'Schader-Stiftung', role: 'projekttraeger' }, { name: 'Schader-Stiftung', role: 'koordination' }])
    expect(rolesOf(sheet('weltoffene-kommunen')).map(({ role }) => role)).toEqual(['durchfuehrung', 'durchfuehrung'])
  })

  test('with authors in lines, addressees in one list, and who answers for the press', () => {
    expect(documentsOf(sheet('zukunftsdialog-suedwest'))[0]).toMatchObject({ kind: 'studie', authors: 'Universität Hildesheim\nFAU Erlangen-Nürnberg', firstPresented: true })
    expect(documentsOf(plauen)).toEqual([{ kind: 'pressemitteilung', title: 'Pressemitteilung', publishedOn: '2011-03-28', responsible: 'Gudrun Kirchhoff', state: 'public' }])
    expect(resultsOf(plauen)).toEqual([{ kind: 'handlungsempfehlungen', title: 'Handlungsempfehlungen', addressees: 'bund,laender,kommunen', state: 'in_formulierung' }])
  })

  test('and is refused like a form when a field is wrong', () => {
    expect(() => eventCreation({ format: 'konferenz', title: 'x', days: [{ date: '2011-02-31' }] })).toThrow('field.date')
  })
})
