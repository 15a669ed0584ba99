import type { FactSheet } from './facts/index.js'
import type { Crowd } from './invented-people.js'

const WHOLE_COUNTRY = ['DE-SN', 'DE-BY', 'DE-BW', 'DE-NW', 'DE-NI', 'DE-HE', 'DE-TH', 'DE-ST', 'DE-BB'] as const

/** How many invented people stand for those who came to a real event, from its regions and groups where these are known. */
const sizes: Record<string, Pick<Crowd, 'attending' | 'withdrawn'> & Partial<Pick<Crowd, 'lands' | 'groups'>>> = {
  'zukunftsdialog-suedwest': { attending: 200, withdrawn: 9 },
  'werkstattgespraech-stuttgart': { attending: 24, withdrawn: 1 },
  'integration-aus-einem-guss': { attending: 300, withdrawn: 12, lands: ['DE-BW', 'DE-BW', 'DE-BY', 'DE-BE'] },
  'netzwerktreffen-plauen': { attending: 100, withdrawn: 5, lands: WHOLE_COUNTRY, groups: ['kommune', 'landkreis', 'wissenschaft', 'stiftung', 'zivilgesellschaft'] },
}

/** The invented people of a real event, or null where the number of those present was never published. */
export function crowdOf({ key, regions, stakeholderGroups, levels }: FactSheet): Crowd | null {
  const size = sizes[key]
  if (!size) return null
  const groups = [...(stakeholderGroups ?? []).map(({ group }) => group), ...(levels ?? [])]
  return { seed: key, ...size, lands: size.lands ?? regions ?? [], groups: size.groups ?? groups }
}
