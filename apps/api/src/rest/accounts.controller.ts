import { Controller, Req } from '@nestjs/common'
import { checkEmail } from '@app/contacts'
import { type AccountList, type AccountView, type Received, type RoleToGive, operations } from '@app/contracts'
import { Problem, Transactions } from '@app/platform'
import { Closing, FactorChanges, Grants, Invitations, OidcBindings, Reach, type Rights, type RoleGiven, SessionEnds, accountActor } from '@app/staff'
import type { StaffRequest } from '../http/access.guard.js'
import { Handles, Input } from '../http/operation.js'
import { languageOf } from '../http/request-language.js'
import { AccountViews, endOf } from './account-views.js'

/** Who has access, and with which roles. Whoever manages it for a part of the programme sees and gives only what lies inside. */
@Controller()
export class AccountsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly views: AccountViews,
    private readonly invitations: Invitations,
    private readonly grants: Grants,
    private readonly closing: Closing,
    private readonly reach: Reach,
    private readonly ends: SessionEnds,
    private readonly factors: FactorChanges,
    private readonly oidc: OidcBindings,
  ) {}

  @Handles(operations.listAccounts)
  async list(@Req() request: StaffRequest): Promise<AccountList> {
    return { items: await this.views.list(request.signedIn.rights, languageOf(request)) }
  }

  @Handles(operations.inviteAccount)
  async invite(@Req() request: StaffRequest, @Input() { body }: Received<typeof operations.inviteAccount>): Promise<AccountView> {
    const { account, rights } = request.signedIn
    const wrong = checkEmail(body.email)
    if (wrong !== null) throw new Problem('invalid', {}, [{ pointer: '/email', code: `field.email_${wrong}` }])
    const role = await this.given(rights, body.role, '/role')
    const id = await this.transactions.run((tx) => this.invitations.invite(tx, { ...body, email: body.email.trim() }, role, account.id))
    return this.views.one(rights, id, languageOf(request))
  }

  @Handles(operations.renewInvitation)
  async renew(@Req() request: StaffRequest, @Input() { params }: Received<typeof operations.renewInvitation>): Promise<AccountView> {
    const { account, rights } = request.signedIn
    await this.views.facts(rights, params.id)
    await this.transactions.run((tx) => this.invitations.renew(tx, params.id, account.id))
    return this.views.one(rights, params.id, languageOf(request))
  }

  @Handles(operations.giveRole)
  async give(@Req() request: StaffRequest, @Input() { params, body }: Received<typeof operations.giveRole>): Promise<AccountView> {
    const { account, rights } = request.signedIn
    const { state } = await this.views.facts(rights, params.id)
    if (state === 'closed') throw new Problem('verb_not_possible')
    const { reason, ...wanted } = body
    const role = await this.given(rights, wanted, '')
    await this.transactions.run((tx) => this.grants.give(tx, params.id, role, { actor: accountActor(account.id), reason }))
    return this.views.one(rights, params.id, languageOf(request))
  }

  @Handles(operations.revokeRole)
  async revoke(@Req() request: StaffRequest, @Input() { params, body }: Received<typeof operations.revokeRole>): Promise<AccountView> {
    const { account, rights } = request.signedIn
    const { roles } = await this.views.facts(rights, params.id)
    if (!roles.some(({ id }) => id === params.grantId)) throw new Problem('not_found')
    // Read before: with the last role in the caller's part the account is out of sight.
    const before = await this.views.one(rights, params.id, languageOf(request))
    await this.transactions.run((tx) => this.grants.revoke(tx, params.id, params.grantId, { actor: accountActor(account.id), reason: body.reason }))
    return { ...before, roles: before.roles.filter(({ id }) => id !== params.grantId) }
  }

  /** Whoever has roles outside of the caller's part is not closed from here. */
  @Handles(operations.closeAccount)
  async close(@Req() { signedIn }: StaffRequest, @Input() { params, body }: Received<typeof operations.closeAccount>): Promise<void> {
    const { hasMore, state } = await this.views.facts(signedIn.rights, params.id)
    if (hasMore) throw new Problem('outside_scope')
    if (state === 'closed') throw new Problem('verb_not_possible')
    await this.transactions.run((tx) => this.closing.close(tx, params.id, { actor: accountActor(signedIn.account.id), reason: body.reason }))
  }

  @Handles(operations.endSessionsOf)
  async endSessions(@Req() { signedIn }: StaffRequest, @Input() { params, body }: Received<typeof operations.endSessionsOf>): Promise<void> {
    const { hasMore } = await this.views.facts(signedIn.rights, params.id)
    if (hasMore) throw new Problem('outside_scope')
    await this.ends.ofColleague(params.id, { actor: accountActor(signedIn.account.id), reason: body.reason })
  }

  @Handles(operations.resetFactors)
  async resetFactors(@Req() { signedIn }: StaffRequest, @Input() { params, body }: Received<typeof operations.resetFactors>): Promise<void> {
    const { hasMore } = await this.views.facts(signedIn.rights, params.id)
    if (hasMore) throw new Problem('outside_scope')
    await this.factors.reset(params.id, { actor: accountActor(signedIn.account.id), reason: body.reason })
  }

  @Handles(operations.removeOidcOf)
  async removeOidc(@Req() { signedIn }: StaffRequest, @Input() { params, body }: Received<typeof operations.removeOidcOf>): Promise<void> {
    const { hasMore } = await this.views.facts(signedIn.rights, params.id)
    if (hasMore) throw new Problem('outside_scope')
    if (!(await this.oidc.removeOfColleague(params.id, { actor: accountActor(signedIn.account.id), reason: body.reason }))) throw new Problem('verb_not_possible')
  }

  /** @throws Problem `invalid` with pointers below `at`, `outside_scope` */
  private async given(rights: Rights, { expiresOn, ...role }: RoleToGive, at: string): Promise<RoleGiven> {
    const given = { ...role, expiresAt: endOf(expiresOn) }
    await this.reach.assertMayGive(rights, given, at)
    return given
  }
}
