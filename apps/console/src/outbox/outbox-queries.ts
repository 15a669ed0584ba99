import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { operations } from '@app/contracts'
import { call } from '../api.js'
import { useLanguage } from '../language.js'
import type { OutboxAddress } from './outbox-words.js'

const PAGE = 50
/** Mails move on by themselves: while some are on their way, the list looks again. */
const LOOK_AGAIN_MILLISECONDS = 5_000

/** One page of mails, in the language of the console, because the API writes the reasons. */
export function useOutbox(id: string, { state, after }: OutboxAddress) {
  const { language } = useLanguage()
  return useQuery({
    queryKey: ['events', id, 'outbox', language, state, after],
    queryFn: ({ signal }) => call(operations.listOutbox, { params: { id }, query: { state: state ?? undefined, after: after ?? undefined, limit: PAGE } }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => (data !== undefined && data.counts.pending + data.counts.running > 0 ? LOOK_AGAIN_MILLISECONDS : false),
  })
}

export function useSendAgain(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (outboxId: string) => call(operations.sendAgain, { params: { id, outboxId } }),
    // Also after a refusal: what was shown is no longer right.
    onSettled: () => void client.invalidateQueries({ queryKey: ['events', id, 'outbox'] }),
  })
}
