import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { operations } from '@app/contracts'
import { call } from '../api.js'

/** People by name or address; nothing is asked before something was typed. Results are not kept, because they are searched for one request. */
export const usePeople = (q: string) =>
  useQuery({ queryKey: ['privacy', 'people', q], enabled: q !== '', gcTime: 0, queryFn: ({ signal }) => call(operations.findPeople, { query: { q } }, signal).then(({ items }) => items) })

/** What an erasure would do; asked anew each time, because it is what somebody agrees to. */
export const useErasurePlan = (personId: string) =>
  useQuery({ queryKey: ['privacy', 'erasure', personId], staleTime: 0, gcTime: 0, queryFn: ({ signal }) => call(operations.readErasure, { params: { personId } }, signal) })

export const useRetention = () => useQuery({ queryKey: ['privacy', 'retention'], queryFn: ({ signal }) => call(operations.readRetention, {}, signal) })

export function useErase(personId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { reason: string; participations: number }) => call(operations.erasePerson, { params: { personId }, body }),
    // Names may stand in everything that was read.
    onSettled: () => void client.invalidateQueries(),
  })
}
