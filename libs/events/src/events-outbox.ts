declare module '@app/platform' {
  interface OutboxKinds {
    /** A fact that stands in calendars has changed (title, days, times, zone, place, online link, agenda). Subject is the event. */
    'event.changed': Record<string, never>
    /** An event was cancelled; who has it in a calendar, or still hopes for a place, is told. Subject is the event. */
    'event.cancelled': Record<string, never>
    /** Somebody reported a barrier; the host is told. Subject is the report. */
    'barrier.reported': Record<string, never>
  }
}

export {}
