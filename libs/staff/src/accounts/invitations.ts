import { Injectable } from '@nestjs/common'
import type { Language } from '@app/contracts'
import { Clock, Outbox, PersonalLinks, Problem, type Tx, newId } from '@app/platform'
import { accountActor } from '../actor.js'
import { Audit } from '../audit/audit.js'
import { AccountEntity } from '../entities/account.entity.js'
import { Grants, type RoleGiven } from '../rights/grants.js'

const INVITATION_DAYS = 7
const DAY = 24 * 3_600_000

export interface Invited {
  email: string
  name: string
  language: Language
}

/** Colleagues come in by a letter with a one-time link. The link itself is stored nowhere: the letter computes it. */
@Injectable()
export class Invitations {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly links: PersonalLinks,
    private readonly grants: Grants,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Somebody who has an account keeps its name and gets the role besides; a closed account is opened anew, without its former password.
   * @returns id of the account
   * @throws Problem `role_given` when the account has this role there already
   */
  async invite(tx: Tx, { email, name, language }: Invited, role: RoleGiven, inviterId: string): Promise<string> {
    const actor = accountActor(inviterId)
    const emailNormalised = email.toLowerCase()
    const there = await tx.db.findOneBy(AccountEntity, { emailNormalised })
    const id = there?.id ?? newId()
    const invited = { name, language, state: 'invited', passwordHash: null, totpSealed: null } as const
    if (there === null) await tx.db.insert(AccountEntity, { id, email, emailNormalised, ...invited, createdAt: this.clock.now() })
    else if (there.state === 'closed') await tx.db.update(AccountEntity, { id }, invited)
    if (there?.state !== 'active') await this.makeLink(tx, id)
    await this.audit.record(tx, { actor, action: 'account.invite', subject: { kind: 'account', id } })
    await this.grants.give(tx, id, role, { actor, reason: null })
    await this.write(tx, { id, emailNormalised }, inviterId)
    return id
  }

  /** Sends the letter once more, with a new link; the former one stops working. @throws Problem `not_found`, `verb_not_possible` once it was used */
  async renew(tx: Tx, id: string, inviterId: string): Promise<void> {
    const account = await tx.db.findOneBy(AccountEntity, { id })
    if (!account) throw new Problem('not_found')
    if (account.state !== 'invited') throw new Problem('verb_not_possible')
    await this.makeLink(tx, id)
    await this.audit.record(tx, { actor: accountActor(inviterId), action: 'account.invite', subject: { kind: 'account', id } })
    await this.write(tx, account, inviterId)
  }

  private async makeLink(tx: Tx, id: string): Promise<void> {
    await this.links.revoke(tx, 'signin', id)
    await this.links.create(tx, 'signin', id, new Date(this.clock.now().getTime() + INVITATION_DAYS * DAY))
  }

  private async write(tx: Tx, { id, emailNormalised }: Pick<AccountEntity, 'id' | 'emailNormalised'>, inviterId: string): Promise<void> {
    await this.outbox.add(tx, { kind: 'account.invited', subjectId: id, payload: { inviterId }, lane: emailNormalised.split('@').pop()! })
  }
}
