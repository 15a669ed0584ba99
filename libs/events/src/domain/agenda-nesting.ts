import type { AgendaKind } from '@app/contracts'

interface Timed {
  kind: AgendaKind
  date: string | null
  startsAt: string | null
  endsAt: string | null
}

/**
 * Which item is the round of each workshop: the last workshop round before it on the same day whose time it keeps to (a workshop
 * without times keeps to any). Everything else stands on its own.
 * @returns for each item the index of its round, or null
 */
export function roundsOf(items: readonly Timed[]): (number | null)[] {
  let round: number | null = null
  return items.map((item, index) => {
    if (item.kind === 'workshop_round') round = index
    if (item.kind !== 'workshop' || round === null) return null
    return isWithin(item, items[round]!) ? round : null
  })
}

function isWithin(item: Timed, round: Timed): boolean {
  if (item.date !== round.date) return false
  const startsInTime = item.startsAt === null || round.startsAt === null || item.startsAt >= round.startsAt
  const endsInTime = item.endsAt === null || round.endsAt === null || item.endsAt <= round.endsAt
  return startsInTime && endsInTime
}
