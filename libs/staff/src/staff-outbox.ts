declare module '@app/platform' {
  interface OutboxKinds {
    /** Somebody was invited, or given access besides: they get a letter. Subject is the account, `inviterId` that of whoever did it. */
    'account.invited': { inviterId: string }
    /** A link to choose a new password was asked for. Subject is the account, or nobody: who asks cannot tell. */
    'account.reset': Record<string, never>
  }
}

export {}
