import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { operations } from '@app/contracts'
import { call } from '../api.js'

const KEY = ['barriers'] as const

export const useBarrierReports = () => useQuery({ queryKey: KEY, queryFn: ({ signal }) => call(operations.listBarrierReports, {}, signal) })

export function useCloseBarrierReport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(operations.closeBarrierReport, { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  })
}
