declare module '@app/platform' {
  interface OutboxKinds {
    /** A fact that stands in calendars has changed (title, days, times, zone, place, online link, agenda). Subject is the event. */
    'event.changed': Record<string, never>
    /** An event that people may have in their calendars was cancelled. Subject is the event. */
    'event.cancelled': Record<string, never>
  }
}

export {}
