import { keepPreviousData, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import {
  operations, type ConsentPurpose, type EventDetail, type EventPatchSent, type EventSent, type EventVerbInput, type OrganisationView, type ParticipantCorrectionSent, type ParticipantSent,
  type ParticipantVerb, type SeriesView, type Whole,
} from '@app/contracts'
import type { z } from 'zod'
import { call } from './api.js'
import { letGo } from './parts/unsaved.js'

type Body<O extends { readonly body: z.ZodType }> = z.input<O['body']>
export type OrganisationSent = Whole<Body<typeof operations.updateOrganisation>>
export type SeriesSent = Whole<Body<typeof operations.updateSeries>>

/** Keys of what is held in memory; a write names the keys that it makes stale. */
const keys = {
  events: ['events'] as const,
  event: (id: string) => ['events', id] as const,
  audience: (id: string) => ['audience', id] as const,
  participants: (id: string) => ['events', id, 'participants'] as const,
  series: ['series'] as const,
  organisations: ['organisations'] as const,
  formats: ['formats'] as const,
}

export const useEvents = () =>
  useQuery({ queryKey: keys.events, queryFn: ({ signal }) => call(operations.listStaffEvents, {}, signal).then(({ items }) => items) })

export const useEvent = (id: string) =>
  useQuery({ queryKey: keys.event(id), queryFn: ({ signal }) => call(operations.readStaffEvent, { params: { id } }, signal) })

/** Reads an event at the moment of asking, past everything held in memory. */
export const useLookAgain = (id: string) => useMutation({ mutationFn: () => call(operations.readStaffEvent, { params: { id } }) })

/** Who would be told; counted anew each time it is asked. */
export const useAudience = (id: string) =>
  useQuery({ queryKey: keys.audience(id), queryFn: ({ signal }) => call(operations.readAudience, { params: { id } }, signal), staleTime: 0, gcTime: 0 })

export const useSeries = () =>
  useQuery({ queryKey: keys.series, queryFn: ({ signal }) => call(operations.listStaffSeries, {}, signal).then(({ items }) => items) })

export const useOrganisations = () =>
  useQuery({ queryKey: keys.organisations, queryFn: ({ signal }) => call(operations.listOrganisations, { query: {} }, signal).then(({ items }) => items) })

export const useFormats = () =>
  useQuery({ queryKey: keys.formats, queryFn: ({ signal }) => call(operations.listFormats, {}, signal).then(({ items }) => items) })

/** One page of participants; the page before stays visible until the next one is there. */
export const useParticipants = (id: string, query: Partial<z.input<typeof operations.listParticipants.query>>) =>
  useQuery({
    queryKey: [...keys.participants(id), query],
    queryFn: ({ signal }) => call(operations.listParticipants, { params: { id }, query: { standing: undefined, land: undefined, group: undefined, ...query } }, signal),
    placeholderData: keepPreviousData,
  })

/** For how long a panel stays open before what it shows counts as read, in milliseconds: whoever pages past somebody has not read them. */
const RESTS_AFTER = 250

/**
 * What a person answered; not held in memory once the panel is closed. Each time it is asked for is written into the log where it holds
 * what is sealed, so it is not asked again because a window came to the front.
 */
export const useAnswers = (id: string, participantId: string) =>
  useQuery({
    queryKey: [...keys.participants(id), participantId, 'answers'], gcTime: 0, staleTime: Infinity,
    queryFn: async ({ signal }) => {
      await new Promise((resolve) => setTimeout(resolve, RESTS_AFTER))
      signal.throwIfAborted()
      return call(operations.readAnswers, { params: { id, participantId } }, signal)
    },
  })

export function useCreateEvent() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: EventSent) => call(operations.createEvent, { body }),
    onSuccess: (event) => void holdEvent(client, event),
  })
}

export function useUpdateEvent(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: EventPatchSent) => call(operations.updateEvent, { params: { id }, body }),
    onSuccess: (event) => void holdEvent(client, event),
  })
}

export function useMoveEvent(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { verb: EventVerbInput['verb']; reason?: string | null; expectedTold?: number }) => call(operations.moveEvent, { params: { id }, body }),
    onSuccess: (event) => void holdEvent(client, event),
  })
}

export function useAddParticipant(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ParticipantSent) => call(operations.addParticipant, { params: { id }, body }),
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.events }),
  })
}

export function useEditParticipant(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ participantId, body }: { participantId: string; body: Whole<ParticipantCorrectionSent> }) => call(operations.editParticipant, { params: { id, participantId }, body }),
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.events }),
  })
}

export function useMoveParticipant(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ participantId, verb, reason }: { participantId: string; verb: ParticipantVerb; reason: string | null }) =>
      call(operations.moveParticipant, { params: { id, participantId }, body: { verb, reason } }),
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.events }),
  })
}

export function useChangeAnswers(id: string, participantId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Body<typeof operations.changeAnswers>) => call(operations.changeAnswers, { params: { id, participantId }, body }),
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.event(id) }),
  })
}

export function useRevokeConsent(id: string, participantId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ purpose, reason }: { purpose: ConsentPurpose | 'special'; reason: string }) => call(operations.revokeConsent, { params: { id, participantId, purpose }, body: { reason } }),
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.event(id) }),
  })
}

export function useSaveSeries(id: string | null) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: SeriesSent): Promise<SeriesView> =>
      id === null ? call(operations.createSeries, { body: withoutRevision(body) }) : call(operations.updateSeries, { params: { id }, body }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.series })
      void client.invalidateQueries({ queryKey: keys.events })
    },
  })
}

export const useCreateOrganisation = () => useOrganisationWrite((body: Body<typeof operations.createOrganisation>) => call(operations.createOrganisation, { body }))

export const useSaveOrganisation = (id: string | null) =>
  useOrganisationWrite((body: OrganisationSent) => (id === null ? call(operations.createOrganisation, { body: withoutRevision(body) }) : call(operations.updateOrganisation, { params: { id }, body })))

/** Reads a series or organisation at the moment of asking, past everything held in memory; null when it is gone. */
export const lookAtSeries = (id: string): Promise<SeriesView | null> => call(operations.listStaffSeries, {}).then(({ items }) => items.find((one) => one.id === id) ?? null)
export const lookAtOrganisation = (id: string): Promise<OrganisationView | null> => call(operations.listOrganisations, { query: {} }).then(({ items }) => items.find((one) => one.id === id) ?? null)

/** What is new stands on nothing. */
function withoutRevision<B extends { expectedRevision: number }>({ expectedRevision: _none, ...body }: B): Omit<B, 'expectedRevision'> {
  return body
}

function useOrganisationWrite<B>(write: (body: B) => Promise<OrganisationView>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: write,
    // A host's texts decide whether events are visible.
    onSuccess: (saved) => {
      // At once, so that a form in which it was just created can name it.
      client.setQueryData<OrganisationView[]>(keys.organisations, (list) => list && [...list.filter((one) => one.id !== saved.id), saved])
      void client.invalidateQueries({ queryKey: keys.organisations })
      void client.invalidateQueries({ queryKey: keys.events })
    },
  })
}

/**
 * Does `after` when a write succeeded, even if the component that asked for it is gone by then; what was typed is saved, so nothing asks
 * any more. A refusal stays in the mutation's `error`.
 */
export function afterwards<T>(write: Promise<T>, after: (answer: T) => void): void {
  write.then((answer) => {
    letGo()
    after(answer)
  }, () => undefined)
}

function holdEvent(client: QueryClient, event: EventDetail): Promise<void> {
  client.setQueryData(keys.event(event.id), event)
  return client.invalidateQueries({ queryKey: keys.events })
}
