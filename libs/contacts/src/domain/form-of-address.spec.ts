import { addressLines, fullName, salutationLine, salutationLines, type Addressee } from './form-of-address.js'

const person = (part: Partial<Addressee>): Addressee => ({ salutation: 'none', familyName: '', ...part })

describe('the salutation line', () => {
  it.each<[Partial<Addressee>, string]>([
    [{ salutation: 'frau', officeSalutation: 'Landrätin', familyName: 'Berg' }, 'Sehr geehrte Frau Landrätin,'],
    [{ salutation: 'herr', title: 'Dr.', officeSalutation: 'Oberbürgermeister', familyName: 'Berg' }, 'Sehr geehrter Herr Oberbürgermeister,'],
    [{ salutation: 'herr', title: 'Dr.', familyName: 'Sommer' }, 'Sehr geehrter Herr Dr. Sommer,'],
    [{ salutation: 'herr', title: 'Prof. Dr.', familyName: 'Keim' }, 'Sehr geehrter Herr Professor Keim,'],
    [{ salutation: 'neutral', givenNames: 'Kim', familyName: 'Muster' }, 'Guten Tag Kim Muster,'],
    [{ salutation: 'neutral', title: 'Dr.', officeSalutation: 'Landrat/rätin', givenNames: 'Kim', familyName: 'Muster' }, 'Guten Tag Dr. Kim Muster,'],
    [{ kind: 'mailbox', salutation: 'none', familyName: 'Geschäftsstelle' }, 'Sehr geehrte Damen und Herren,'],
    [{ salutation: 'frau', officeSalutation: 'Ministerin', familyName: 'X', override: 'Liebe Petra,' }, 'Liebe Petra,'],
    [{ kind: 'mailbox', salutation: 'none', override: 'Liebes Team,' }, 'Liebes Team,'],
    [{ salutation: 'none', givenNames: 'Andrea', familyName: 'Rossi' }, 'Guten Tag Andrea Rossi,'],
    [{ salutation: 'frau', familyName: 'von der Leyen', title: 'Dr. med.' }, 'Sehr geehrte Frau Dr. von der Leyen,'],
    [{ salutation: 'frau', familyName: 'Roth', title: 'Prof. Dr.' }, 'Sehr geehrte Frau Professor Roth,'],
    [{ salutation: 'frau', familyName: 'Roth', title: 'Professorin Dr.' }, 'Sehr geehrte Frau Professorin Roth,'],
    [{ salutation: 'herr', familyName: 'Kern', title: 'Dipl.-Ing.' }, 'Sehr geehrter Herr Kern,'],
    [{ salutation: 'herr', familyName: 'Kern', title: 'PD Dr.-Ing.' }, 'Sehr geehrter Herr Dr. Kern,'],
    [{ salutation: 'herr', givenNames: 'Sukarno' }, 'Sehr geehrter Herr Sukarno,'],
    [{ salutation: 'frau' }, 'Sehr geehrte Damen und Herren,'],
    [{}, 'Sehr geehrte Damen und Herren,'],
  ])('of %j is %s', (part, line) => {
    expect(salutationLine(person(part), 'de')).toBe(line)
  })

  it.each<[Partial<Addressee>, string]>([
    [{ salutation: 'frau', officeSalutation: 'Landrätin', familyName: 'Berg' }, 'Dear Ms Berg,'],
    [{ salutation: 'herr', familyName: 'Berg' }, 'Dear Mr Berg,'],
    [{ salutation: 'herr', title: 'Dr.', familyName: 'Sommer' }, 'Dear Dr Sommer,'],
    [{ salutation: 'frau', title: 'Prof. Dr.', familyName: 'Keim' }, 'Dear Professor Keim,'],
    [{ salutation: 'neutral', givenNames: 'Kim', familyName: 'Muster' }, 'Dear Kim Muster,'],
    [{ salutation: 'none', title: 'Dr.', givenNames: 'Kim', familyName: 'Muster' }, 'Dear Dr Kim Muster,'],
    [{ kind: 'mailbox', familyName: 'Office' }, 'Dear Sir or Madam,'],
    [{ salutation: 'herr', familyName: 'Berg', override: 'Your Excellency,' }, 'Your Excellency,'],
  ])('of %j is in English %s', (part, line) => {
    expect(salutationLine(person(part), 'en')).toBe(line)
  })

  it('never infers a gender: the same person without a declared salutation is greeted neutrally, whatever the first name', () => {
    for (const givenNames of ['Petra', 'Hans', 'Andrea', 'Kim']) {
      expect(salutationLine(person({ givenNames, familyName: 'Muster', officeSalutation: 'Bürgermeisterin' }), 'de')).toBe(`Guten Tag ${givenNames} Muster,`)
    }
  })

  it('of several people names the highest rank first, one line each', () => {
    const people = [
      person({ salutation: 'herr', title: 'Dr.', familyName: 'Sommer' }),
      person({ salutation: 'herr', officeSalutation: 'Bürgermeister', familyName: 'Wolf', rank: 20 }),
      person({ salutation: 'frau', officeSalutation: 'Ministerin', familyName: 'Stein', rank: 3 }),
      person({ familyName: 'Noch', override: 'Liebe Frau Noch,' }),
    ]
    expect(salutationLines(people, 'de')).toEqual([
      'Sehr geehrte Frau Ministerin,', 'sehr geehrter Herr Bürgermeister,', 'sehr geehrter Herr Dr. Sommer,', 'Liebe Frau Noch,',
    ])
    expect(salutationLines([], 'de')).toEqual([])
  })
})

describe('the address lines', () => {
  it('name the office, then the person', () => {
    const landrat = person({ salutation: 'herr', title: 'Dr.', officeAddress: 'Landrat des Landkreises Coburg', givenNames: 'Jan', familyName: 'Berg' })
    expect(addressLines(landrat, 'de')).toEqual(['Landrat des Landkreises Coburg', 'Herrn Dr. Jan Berg'])
    expect(addressLines(landrat, 'en')).toEqual(['Landrat des Landkreises Coburg', 'Dr. Jan Berg'])
    expect(addressLines(person({ salutation: 'frau', familyName: 'Roth' }), 'de')).toEqual(['Frau Roth'])
    expect(addressLines(person({ familyName: 'Roth', givenNames: 'Kim' }), 'de')).toEqual(['Kim Roth'])
    expect(addressLines(person({ kind: 'mailbox', familyName: 'Geschäftsstelle' }), 'de')).toEqual(['Geschäftsstelle'])
  })

  it('hold the full name without gaps', () => {
    expect(fullName({ givenNames: ' ', familyName: ' Sukarno ' })).toBe('Sukarno')
  })
})
