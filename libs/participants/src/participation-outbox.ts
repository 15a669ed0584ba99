import type { PlaceCause } from '@app/contracts'

declare module '@app/platform' {
  interface OutboxKinds {
    /** Registered, not yet confirmed: the letter with the confirm link. */
    'participation.unconfirmed': Record<string, never>
    /** The same address registered again: the letter that says what exists. */
    'participation.repeated': Record<string, never>
    /** The place has changed; the cause decides which letter is written. */
    'participation.changed': { cause: PlaceCause }
  }
}
