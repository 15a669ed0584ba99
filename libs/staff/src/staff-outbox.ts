declare module '@app/platform' {
  interface OutboxKinds {
    /** Somebody was invited, or given access besides: they get a letter. Subject is the account, `inviterId` that of whoever did it. */
    'account.invited': { inviterId: string }
  }
}

export {}
