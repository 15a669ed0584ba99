import { Module } from '@nestjs/common'
import { AccountList } from './accounts/account-list.js'
import { Accounts } from './accounts/accounts.js'
import { Closing } from './accounts/closing.js'
import { Invitations } from './accounts/invitations.js'
import { PasswordResets } from './accounts/password-resets.js'
import { StrangerAttempts } from './accounts/stranger-attempts.js'
import { UsedOnce } from './accounts/used-once.js'
import { AuditChain } from './audit/audit-chain.js'
import { AuditLog } from './audit/audit-log.js'
import { Audit } from './audit/audit.js'
import { LoggedDeletion } from './audit/logged-deletion.js'
import { BackChannelLogout } from './oidc/back-channel-logout.js'
import { IdentityProvider } from './oidc/identity-provider.js'
import { LogoutTokens } from './oidc/logout-tokens.js'
import { OidcAttempts } from './oidc/oidc-attempts.js'
import { OidcBindings } from './oidc/oidc-bindings.js'
import { OidcSignIn } from './oidc/oidc-sign-in.js'
import { ProviderMetadata } from './oidc/provider-metadata.js'
import { Challenges } from './passkeys/challenges.js'
import { Passkeys } from './passkeys/passkeys.js'
import { StaffRetention } from './retention/staff-retention.js'
import { Gate } from './rights/gate.js'
import { Grants } from './rights/grants.js'
import { Reach } from './rights/reach.js'
import { RightsReader } from './rights/rights-reader.js'
import { FactorChanges } from './second-factor/factor-changes.js'
import { FactorStandings } from './second-factor/factor-standing.js'
import { RecoveryCodes } from './second-factor/recovery-codes.js'
import { SecondFactors } from './second-factor/second-factors.js'
import { Totp } from './second-factor/totp.js'
import { SessionEnds } from './sessions/session-ends.js'
import { Sessions } from './sessions/sessions.js'
import { Tree } from './tree/tree.js'

const services = [
  Accounts, AccountList, Closing, Invitations, PasswordResets, SessionEnds, Sessions, FactorChanges, FactorStandings, RecoveryCodes, SecondFactors, StrangerAttempts,
  Totp, UsedOnce, Challenges, Passkeys, IdentityProvider, ProviderMetadata, BackChannelLogout, LogoutTokens, OidcAttempts, OidcBindings, OidcSignIn, RightsReader, Grants, Gate, Reach, Audit, AuditChain, AuditLog, LoggedDeletion, StaffRetention, Tree,
]

@Module({ providers: services, exports: services })
export class StaffModule {}
