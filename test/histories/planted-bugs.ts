import { EventEntity } from '@app/events'
import { ParticipationEntity, Places, Withdrawals } from '@app/participants'
import type { DataSources, Transactions, Tx } from '@app/platform'
import { systemActor } from '@app/staff'
import type { Rooms } from '../support/rooms.js'
import { RecordedTurns, TurnsWithoutLock } from './recorded-turns.js'

/** One way to get places wrong; the histories must tell. */
export interface PlantedBug {
  readonly name: string
  /** What the histories must say of it. */
  readonly sign: RegExp
  /** Another door for writes. */
  readonly door: (sources: DataSources) => Transactions
  /** What is bent once the services are there. */
  plant(rooms: Rooms): void
}

interface Bendable {
  states: { move(tx: Tx, row: ParticipationEntity, move: object): Promise<unknown> }
  moveUp(tx: Tx, eventId: string): Promise<void>
  applicant(tx: Tx, participationId: string): Promise<{ facts: { someoneWaits: boolean } } | null>
}

const rightDoor = (sources: DataSources) => new RecordedTurns(sources)
const placesOf = (rooms: Rooms) => rooms.get(Places) as unknown as Bendable

/** Moving up, written once more so that it can be wrong: `choose` picks from the line and the free seats. */
function bentMoveUp(rooms: Rooms, choose: (line: ParticipationEntity[], free: number) => ParticipationEntity[]): void {
  const places = placesOf(rooms)
  places.moveUp = async (tx, eventId) => {
    const { capacity } = await tx.db.findOneByOrFail(EventEntity, { id: eventId })
    const taken = await tx.db.countBy(ParticipationEntity, { eventId, place: 'confirmed' })
    const line = await tx.db.find(ParticipationEntity, { where: { eventId, place: 'waiting' }, order: { arrivalNo: 'ASC' } })
    for (const row of choose(line, capacity === null ? Infinity : Math.max(0, capacity - taken))) {
      await places.states.move(tx, row, { step: 'promote', answer: 'accepted', place: 'confirmed', actor: systemActor, cause: 'promoted' })
    }
  }
}

export const plantedBugs: readonly PlantedBug[] = [
  { name: 'a race: the lock is off', sign: /\d people on \d places after accept/, door: (sources) => new TurnsWithoutLock(sources), plant: () => undefined },
  { name: 'the wrong order: who came last moves up first', sign: /moved up before others/, door: rightDoor, plant: (rooms) => bentMoveUp(rooms, (line, free) => line.reverse().slice(0, free)) },
  { name: 'a seat that is not freed: nobody moves up after a withdrawal', sign: /is accepted\/waiting\/\d+, the model says accepted\/confirmed/, door: rightDoor, plant: (rooms) => { Object.assign(rooms.get(Withdrawals), { places: { moveUp: async () => undefined } }) } },
  { name: 'a double promotion: two move up on one seat', sign: /\d people on \d places after promote/, door: rightDoor, plant: (rooms) => bentMoveUp(rooms, (line, free) => line.slice(0, free === 0 ? 0 : free + 1)) },
  {
    name: 'overtaking: who comes gets a free seat before those who wait', sign: /accept (\d+) → confirmed[^]*model: [^]*accept \1 → waiting/, door: rightDoor,
    plant: (rooms) => {
      const places = placesOf(rooms)
      const applicant = places.applicant.bind(places)
      places.applicant = async (tx, id) => {
        const found = await applicant(tx, id)
        return found && { ...found, facts: { ...found.facts, someoneWaits: false } }
      }
    },
  },
]
