import { LANDS, type Land } from './vocabulary.js'

/** Whose law on accessibility binds a host: that of the federation (BGG) or of a Land. */
export const JURISDICTIONS = ['DE', ...LANDS] as const
export type Jurisdiction = (typeof JURISDICTIONS)[number]

/** Where somebody turns whose report about a barrier was of no use. */
export interface ArbitrationBody {
  name: string
  website: string | null
}

/**
 * Bodies of arbitration or enforcement by jurisdiction (Directive (EU) 2016/2102 Art. 9, § 16 BGG, laws of the Länder), in their German
 * names. Only those are here of which name and task are certain; elsewhere the page says so in general words and the host adds the line.
 */
export const ARBITRATION_BODIES: Readonly<Record<Jurisdiction, ArbitrationBody | null>> = {
  DE: {
    name: 'Schlichtungsstelle nach dem Behindertengleichstellungsgesetz bei der oder dem Beauftragten der Bundesregierung für die Belange von Menschen mit Behinderungen',
    website: 'https://www.schlichtungsstelle-bgg.de',
  },
  'DE-BW': { name: 'Schlichtungsstelle beim Landeszentrum Barrierefreiheit (§ 10b L-BGG)', website: 'https://barrierefreiheit-bw.de' },
  'DE-BY': {
    name: 'Landesamt für Digitalisierung, Breitband und Vermessung, Durchsetzungs- und Überwachungsstelle für barrierefreie Informationstechnik',
    website: 'https://www.ldbv.bayern.de/digitalisierung/bitv/',
  },
  'DE-BE': { name: 'Landesbeauftragte oder Landesbeauftragter für digitale Barrierefreiheit', website: null },
  'DE-BB': null,
  'DE-HB': { name: 'Zentralstelle für barrierefreie Informationstechnik bei der oder dem Landesbehindertenbeauftragten', website: 'https://www.behindertenbeauftragter.bremen.de' },
  'DE-HH': null,
  'DE-HE': { name: 'Durchsetzungs- und Überwachungsstelle Barrierefreie Informationstechnik', website: 'https://lbit.hessen.de' },
  'DE-MV': null,
  'DE-NI': { name: 'Schlichtungsstelle nach § 9d NBGG bei der oder dem Landesbeauftragten für Menschen mit Behinderungen', website: null },
  'DE-NW': { name: 'Ombudsstelle für barrierefreie Informationstechnik des Landes Nordrhein-Westfalen', website: 'https://www.mags.nrw' },
  'DE-RP': null,
  'DE-SL': null,
  'DE-SN': { name: 'Durchsetzungsstelle bei der oder dem Beauftragten der Sächsischen Staatsregierung für die Belange von Menschen mit Behinderungen', website: null },
  'DE-ST': null,
  'DE-SH': null,
  'DE-TH': null,
}

/** The law that binds a host: the one it names, else that of the Land where it sits. */
export function jurisdictionOf(named: Jurisdiction | null, land: Land | null): Jurisdiction | null {
  return named ?? land
}
