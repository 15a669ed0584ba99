import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { operations } from '@app/contracts'
import type { z } from 'zod'
import { call } from '../api.js'
import { useLanguage } from '../language.js'

const KEY = ['accounts'] as const

export type InvitationSent = z.input<typeof operations.inviteAccount.body>
export type RoleSent = z.input<typeof operations.giveRole.body>

/** Everybody with access whom the caller manages; titles of events come in the language of the console. */
export function useAccounts() {
  const { language } = useLanguage()
  return useQuery({ queryKey: [...KEY, language], queryFn: ({ signal }) => call(operations.listAccounts, {}, signal).then(({ items }) => items) })
}

/** A write after which the list is read anew. */
function useWrite<V, A>(write: (value: V) => Promise<A>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: write, onSuccess: () => client.invalidateQueries({ queryKey: KEY }) })
}

export const useInvite = () => useWrite((body: InvitationSent) => call(operations.inviteAccount, { body }))
export const useGiveRole = (id: string) => useWrite((body: RoleSent) => call(operations.giveRole, { params: { id }, body }))
export const useRenewInvitation = (id: string) => useWrite(() => call(operations.renewInvitation, { params: { id } }))
export const useRevokeRole = (id: string) => useWrite(({ grantId, reason }: { grantId: string; reason: string }) => call(operations.revokeRole, { params: { id, grantId }, body: { reason } }))
export const useCloseAccount = (id: string) => useWrite((reason: string) => call(operations.closeAccount, { params: { id }, body: { reason } }))
export const useEndSessions = (id: string) => useWrite((reason: string) => call(operations.endSessionsOf, { params: { id }, body: { reason } }))
export const useRemoveOidc = (id: string) => useWrite((reason: string) => call(operations.removeOidcOf, { params: { id }, body: { reason } }))
export const useResetFactors = (id: string) => useWrite((reason: string) => call(operations.resetFactors, { params: { id }, body: { reason } }))
