import { TOTP, URI } from 'otpauth'
import { type FactorAdded, operations } from '@app/contracts'
import type { Staff } from './staff.js'

/** The app of somebody's phone: shows the codes of one seed. */
export class TotpApp {
  private readonly totp: TOTP

  /** @param address what the picture says, `otpauth://totp/…` */
  constructor(address: string, private readonly now: () => Date = () => new Date()) {
    const read = URI.parse(address)
    if (!(read instanceof TOTP)) throw new Error('The picture is of another kind of code')
    this.totp = read
  }

  /** @param steps away from the present one */
  code(steps = 0): string {
    return this.totp.generate({ timestamp: this.now().getTime() + steps * this.totp.period * 1000 })
  }
}

/** Sets up an app as the console does; the session goes on as one with a second factor. */
export async function setUpTotp(staff: Staff, now?: () => Date): Promise<FactorAdded & { app: TotpApp }> {
  const { address, pending } = await staff.call(operations.offerTotp)
  const app = new TotpApp(address, now)
  const added = await staff.call(operations.confirmTotp, { body: { pending, code: app.code() } })
  staff.session = added.session
  return { ...added, app }
}
