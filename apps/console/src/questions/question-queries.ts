import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { operations, type QuestionsChangeSent } from '@app/contracts'
import { call } from '../api.js'

const keyOf = (eventId: string) => ['events', eventId, 'questions'] as const

export const useQuestions = (eventId: string) =>
  useQuery({ queryKey: keyOf(eventId), queryFn: ({ signal }) => call(operations.readQuestions, { params: { id: eventId } }, signal) })

/** Reads the questions at the moment of asking, past everything held in memory. */
export const useQuestionsNow = (eventId: string) => useMutation({ mutationFn: () => call(operations.readQuestions, { params: { id: eventId } }) })

export function useSaveQuestions(eventId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: QuestionsChangeSent) => call(operations.saveQuestions, { params: { id: eventId }, body }),
    onSuccess: (saved) => {
      client.setQueryData(keyOf(eventId), saved)
      void client.invalidateQueries({ queryKey: ['events', eventId] })
    },
  })
}

export function useSaveFormatQuestions(key: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: QuestionsChangeSent) => call(operations.saveFormatQuestions, { params: { key }, body }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['formats'] }),
  })
}
