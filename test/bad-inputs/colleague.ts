import { randomUUID } from 'node:crypto'
import { type Land, type Role, operations } from '@app/contracts'
import { Staff } from '../support/staff.js'
import type { Stage } from './stage.js'

/** Somebody with one role, who came by the link of the invitation. */
export async function colleague(stage: Stage, role: Role, land?: Land): Promise<Staff & { readonly id: string }> {
  const email = `${randomUUID()}@eingaben.example`
  const { id } = await stage.staff.call(operations.inviteAccount, { body: { email, name: 'Kim Muster', role: { role, nodeId: undefined, land, expiresOn: undefined } } })
  const { text } = await stage.installation.mails.waitFor(email, /^Einladung/)
  return Object.assign(await Staff.byLink({ url: stage.url, signInLink: /http\S+\/anmelden\/\S+/.exec(text)![0] }), { id })
}

/** Headers of a request in the session of a colleague. */
export function headersOf(staff: Staff): Record<string, string> {
  return { cookie: [...staff.visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '), 'x-csrf-token': staff.session!.csrf }
}
