import { Module } from '@nestjs/common'
import { Accounts } from './accounts/accounts.js'
import { Sessions } from './accounts/sessions.js'
import { AuditChain } from './audit/audit-chain.js'
import { Audit } from './audit/audit.js'
import { StaffRetention } from './retention/staff-retention.js'
import { Tree } from './tree/tree.js'

@Module({ providers: [Accounts, Sessions, Audit, AuditChain, StaffRetention, Tree], exports: [Accounts, Sessions, Audit, AuditChain, StaffRetention, Tree] })
export class StaffModule {}
