/** Who does something: every change names one, and the audit log keeps it. */
export interface Actor {
  kind: 'account' | 'participant' | 'body' | 'system' | 'import'
  id: string | null
}

export const systemActor: Actor = { kind: 'system', id: null }

export const accountActor = (id: string): Actor => ({ kind: 'account', id })
export const participantActor = (id: string): Actor => ({ kind: 'participant', id })
