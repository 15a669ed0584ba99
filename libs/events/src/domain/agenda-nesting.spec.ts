import type { AgendaKind } from '@app/contracts'
import { roundsOf } from './agenda-nesting.js'

const item = (kind: AgendaKind, startsAt: string | null, endsAt: string | null, date = '2027-01-14') => ({ kind, date, startsAt, endsAt })

test('workshops belong to the round they stand in, everything else to nothing', () => {
  expect(
    roundsOf([
      item('arrival', '09:00', '10:00'),
      item('workshop_round', '14:00', '15:30'),
      item('workshop', '14:00', '15:30'),
      item('workshop', null, null),
      item('break', '15:30', '16:00'),
      item('workshop', '16:00', '17:00'),
      item('workshop_round', '09:45', '11:15', '2027-01-15'),
      item('workshop', '09:45', '11:15', '2027-01-15'),
      item('workshop', '09:45', '11:15'),
    ]),
  ).toEqual([null, null, 1, 1, null, null, null, 6, null])
})

test('a workshop without a round stands on its own', () => {
  expect(roundsOf([item('workshop', '14:00', '15:30'), item('workshop_round', '14:00', '15:30')])).toEqual([null, null])
})
