import { Module } from '@nestjs/common'
import { Accounts } from './accounts/accounts.js'
import { Sessions } from './accounts/sessions.js'
import { Audit } from './audit/audit.js'
import { Tree } from './tree/tree.js'

@Module({ providers: [Accounts, Sessions, Audit, Tree], exports: [Accounts, Sessions, Audit, Tree] })
export class StaffModule {}
