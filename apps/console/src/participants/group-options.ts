import type { EventDetail } from '@app/contracts'
import type { Words } from '@app/i18n'

/** The groups that people of an event may name: those it addresses or, where it names none, all of them, as on the public form. */
export function groupOptions({ groups }: Pick<EventDetail, 'groups'>, vocabulary: Pick<Words['vocabulary'], 'groups'>): (readonly [string, string])[] {
  return groups.length > 0 ? groups.map(({ key, label }) => [key, label] as const) : Object.entries(vocabulary.groups)
}
