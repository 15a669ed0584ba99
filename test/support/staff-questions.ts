import { type EventQuestions, type QuestionsSent, operations } from '@app/contracts'
import type { Staff } from './staff.js'

/** Makes an event ask this, on the ground of what it asks at this moment. */
export async function saveQuestions(staff: Staff, eventId: string, asks: QuestionsSent): Promise<EventQuestions> {
  const params = { id: eventId }
  const { revision } = await staff.call(operations.readQuestions, { params })
  return staff.call(operations.saveQuestions, { params, body: { ...asks, expectedRevision: revision } })
}
