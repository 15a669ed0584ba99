import type { Permission } from '@app/contracts'
import { useSession } from './session.js'

/** Whether the roles of whoever is signed in allow something somewhere; at one event or series its own `may` tells. */
export function useMay(): (permission: Permission) => boolean {
  const { session } = useSession()
  return (permission) => session.may.includes(permission)
}

/** Whether they allow it in the whole programme: outside of every series, for example. */
export function useMayEverywhere(): (permission: Permission) => boolean {
  const { session } = useSession()
  return (permission) => session.mayEverywhere.includes(permission)
}
