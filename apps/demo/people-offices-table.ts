import type { Group, Land, Salutation } from '@app/contracts'

/** An office in two forms: for the address line, where `{org}` is the organisation in the genitive, and for the salutation. */
interface Office {
  address: string
  salutation: string | null
}

interface Workplace {
  /** `{town}` is an invented town. */
  organisation: string
  /** The organisation as it stands after the office: "der Stadt {town}". */
  genitive: string
}

/** Invented towns with their Land: the real ones have real offices with real people in them. */
export const towns: readonly (readonly [name: string, land: Land])[] = [
  ['Ahrenmünde', 'DE-SH'], ['Neuenstrand', 'DE-SH'], ['Elbholm', 'DE-HH'], ['Brunkenau', 'DE-NI'], ['Rothenmoor', 'DE-NI'],
  ['Weserlohe', 'DE-HB'], ['Hasselbeck', 'DE-NW'], ['Sillbrück', 'DE-NW'], ['Mühlfurten', 'DE-NW'], ['Ebersgrund', 'DE-HE'],
  ['Jettenroth', 'DE-HE'], ['Talenburg', 'DE-HE'], ['Irlenbach', 'DE-RP'], ['Kaltenwörth', 'DE-RP'], ['Rebheim am Stein', 'DE-RP'],
  ['Grünlingen', 'DE-BW'], ['Dörrfelden', 'DE-BW'], ['Oberwiesau', 'DE-BW'], ['Lindenquell', 'DE-BY'], ['Wallenried', 'DE-BY'],
  ['Schachtenberg', 'DE-SL'], ['Saarwingen', 'DE-SL'], ['Uferlohe', 'DE-BE'], ['Pappelheide', 'DE-BB'], ['Seeluch', 'DE-BB'],
  ['Übersande', 'DE-MV'], ['Vogtsgrün', 'DE-SN'], ['Zirkelsberg', 'DE-SN'], ['Fichtenrode', 'DE-ST'], ['Quellenrode', 'DE-TH'],
]

export const workplaces: Readonly<Record<Group, readonly Workplace[]>> = {
  kommune: [
    { organisation: 'Stadt {town}', genitive: 'der Stadt {town}' },
    { organisation: 'Gemeinde {town}', genitive: 'der Gemeinde {town}' },
  ],
  landkreis: [{ organisation: 'Landkreis {town}', genitive: 'des Landkreises {town}' }],
  land: [
    { organisation: 'Ministerium für Zusammenhalt (erfunden)', genitive: 'des Ministeriums für Zusammenhalt' },
    { organisation: 'Landesamt für Teilhabe (erfunden)', genitive: 'des Landesamtes für Teilhabe' },
  ],
  bund: [{ organisation: 'Bundesstelle für Dialog (erfunden)', genitive: 'der Bundesstelle für Dialog' }],
  zivilgesellschaft: [
    { organisation: 'Nachbarschaftshaus {town} e. V.', genitive: 'des Nachbarschaftshauses {town}' },
    { organisation: 'Freiwilligenagentur {town}', genitive: 'der Freiwilligenagentur {town}' },
  ],
  migrantenorganisation: [
    { organisation: 'Forum der Vielfalt {town} e. V.', genitive: 'des Forums der Vielfalt {town}' },
    { organisation: 'Elternverein Brücke {town}', genitive: 'des Elternvereins Brücke {town}' },
  ],
  kirche_religion: [
    { organisation: 'Kirchenkreis {town}', genitive: 'des Kirchenkreises {town}' },
    { organisation: 'Moscheegemeinde {town}', genitive: 'der Moscheegemeinde {town}' },
  ],
  stiftung: [{ organisation: 'Bürgerstiftung {town}', genitive: 'der Bürgerstiftung {town}' }],
  wissenschaft: [{ organisation: 'Hochschule {town}', genitive: 'der Hochschule {town}' }],
  traeger_kurs: [
    { organisation: 'Volkshochschule {town}', genitive: 'der Volkshochschule {town}' },
    { organisation: 'Sprachschule Lindwurm {town}', genitive: 'der Sprachschule Lindwurm {town}' },
  ],
  jobcenter_arbeitsagentur: [{ organisation: 'Jobcenter {town}', genitive: 'des Jobcenters {town}' }],
  wirtschaft_kammer: [{ organisation: 'Handwerkskammer {town}', genitive: 'der Handwerkskammer {town}' }],
  presse: [{ organisation: 'Anzeiger für {town}', genitive: 'des Anzeigers für {town}' }],
  buergerschaft: [{ organisation: 'Bürgerrat {town}', genitive: 'des Bürgerrats {town}' }],
}

type Forms = Readonly<Record<'frau' | 'herr' | 'other', readonly Office[]>>

const team: readonly Office[] = [
  { address: 'Leitung des Integrationsteams {org}', salutation: null },
  { address: 'Stabsstelle Vielfalt {org}', salutation: null },
]

const elected = (frau: string, herr: string): Forms => ({
  frau: [{ address: `${frau} {org}`, salutation: frau }, { address: 'Integrationsbeauftragte {org}', salutation: null }],
  herr: [{ address: `${herr} {org}`, salutation: herr }, { address: 'Integrationsbeauftragter {org}', salutation: null }],
  other: team,
})

const led = (frau: string, herr: string): Forms => ({
  frau: [{ address: `${frau} {org}`, salutation: null }, { address: 'Projektleiterin {org}', salutation: null }],
  herr: [{ address: `${herr} {org}`, salutation: null }, { address: 'Projektleiter {org}', salutation: null }],
  other: [{ address: 'Projektleitung {org}', salutation: null }],
})

/** Offices by group, in the form that the person has chosen. Only the names of elected and high offices stand in a salutation. */
const offices: Partial<Record<Group, Forms>> = {
  kommune: elected('Bürgermeisterin', 'Bürgermeister'),
  landkreis: elected('Landrätin', 'Landrat'),
  land: elected('Staatssekretärin', 'Staatssekretär'),
  bund: elected('Ministerialrätin', 'Ministerialrat'),
  kirche_religion: elected('Superintendentin', 'Superintendent'),
  wissenschaft: led('Wissenschaftliche Mitarbeiterin', 'Wissenschaftlicher Mitarbeiter'),
  presse: led('Redakteurin', 'Redakteur'),
}
const director = led('Geschäftsführerin', 'Geschäftsführer')

export function officesOf(group: Group, salutation: Salutation): readonly Office[] {
  const forms = offices[group] ?? director
  return salutation === 'frau' || salutation === 'herr' ? forms[salutation] : forms.other
}
