import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { operations } from '@app/contracts'
import { call } from '../api.js'
import type { AuditAddress } from './audit-address.js'

/** One page of the log; the page before stays visible until the next one is there. */
export function useAudit(address: AuditAddress) {
  return useQuery({
    queryKey: ['audit', address],
    queryFn: ({ signal }) => call(operations.readAudit, { query: address as never }, signal),
    placeholderData: keepPreviousData,
  })
}
