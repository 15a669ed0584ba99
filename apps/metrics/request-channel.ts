import { channel } from 'node:diagnostics_channel'

/** One answered request, as the log has it: the pattern of its route instead of its address. */
export interface RequestEnded {
  method: string
  /** `none` for what no route took. */
  route: string
  status: number
  milliseconds: number
}

const ended = channel('dialogwerk:request')

/** Tells whoever counts; nobody does while METRICS_TOKEN is not set. */
export function announceRequest(request: RequestEnded): void {
  if (ended.hasSubscribers) ended.publish(request)
}

/** @returns ends the listening */
export function onRequestEnded(listener: (request: RequestEnded) => void): () => void {
  const heard = (message: unknown) => listener(message as RequestEnded)
  ended.subscribe(heard)
  return () => void ended.unsubscribe(heard)
}
