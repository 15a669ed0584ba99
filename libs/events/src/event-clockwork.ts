import { Injectable } from '@nestjs/common'

@Injectable()
export class EventClockwork {
  /** Moves every event whose time has come; safe to run on several machines at once. @returns how many steps were taken */
  async advance(): Promise<number> {
    throw new Error('not built')
  }
}
