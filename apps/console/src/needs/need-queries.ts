import { useQuery } from '@tanstack/react-query'
import { operations } from '@app/contracts'
import { call } from '../api.js'

export const useNeedsCounts = (eventId: string) =>
  useQuery({ queryKey: ['events', eventId, 'needs', 'counts'], queryFn: ({ signal }) => call(operations.countNeeds, { params: { id: eventId } }, signal) })

/** Who needs what; not held in memory once the screen is left, and not asked again while it is open: each time is written into the log. */
export const useNeeds = (eventId: string) =>
  useQuery({ queryKey: ['events', eventId, 'needs', 'list'], gcTime: 0, staleTime: Infinity, queryFn: ({ signal }) => call(operations.listNeeds, { params: { id: eventId } }, signal).then(({ items }) => items) })
