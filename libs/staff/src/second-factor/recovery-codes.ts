import { randomInt } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { In, IsNull } from 'typeorm'
import { Clock, KeyRing, Transactions, type Tx, newId } from '@app/platform'
import { CredentialEntity } from '../entities/credential.entity.js'

const CODES = 10
/** 31 signs that nobody takes for another: ten of them are 49 bits. */
const SIGNS = '23456789abcdefghjkmnpqrstuvwxyz'
const LENGTH = 10

/** Ten codes for the day on which the phone is gone. Only their MACs are stored; each works once. */
@Injectable()
export class RecoveryCodes {
  constructor(private readonly transactions: Transactions, private readonly clock: Clock, private readonly keys: KeyRing) {}

  /** Makes ten new ones; the former end. @returns the codes, which are never shown again */
  async renew(tx: Tx, accountId: string): Promise<string[]> {
    await tx.db.delete(CredentialEntity, { accountId, kind: 'recovery' })
    const codes = Array.from({ length: CODES }, newCode)
    const createdAt = this.clock.now()
    await tx.db.insert(CredentialEntity, codes.map((code) => ({ id: newId(), accountId, kind: 'recovery' as const, externalId: this.keys.sign('recovery', textOf(accountId, code)), createdAt })))
    return codes
  }

  /** Uses a code up, however it is spelt. @returns false when the account has no such code, or it was used */
  async use(tx: Tx, accountId: string, code: string): Promise<boolean> {
    const externalIds = this.keys.everySign('recovery', textOf(accountId, code))
    const update = await tx.db.update(CredentialEntity, { accountId, kind: 'recovery', externalId: In(externalIds), lastUsedAt: IsNull() }, { lastUsedAt: this.clock.now() })
    return update.affected === 1
  }

  left(accountId: string): Promise<number> {
    return this.transactions.read.countBy(CredentialEntity, { accountId, kind: 'recovery', lastUsedAt: IsNull() })
  }
}

function newCode(): string {
  const signs = Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('')
  return `${signs.slice(0, LENGTH / 2)}-${signs.slice(LENGTH / 2)}`
}

function textOf(accountId: string, code: string): string {
  return `${accountId} ${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`
}
