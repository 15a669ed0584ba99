import type { ReactNode } from 'react'

/** Drawings on a 16 px square, stroked in the colour of the text. */
const DRAWINGS = {
  place: <><circle cx="8" cy="8" r="7" fill="currentColor" stroke="none" /><path d="m4.8 8.3 2.2 2.3 4.2-4.9" stroke="var(--sheet)" /></>,
  open: <><circle cx="8" cy="8" r="6.2" /><path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor" stroke="none" /></>,
  waiting: <path d="M4 2h8M4 14h8M4.8 2c0 3.2 3.2 4.2 3.2 6s-3.2 2.8-3.2 6M11.2 2c0 3.2-3.2 4.2-3.2 6s3.2 2.8 3.2 6" />,
  unanswered: <circle cx="8" cy="8" r="6.2" strokeDasharray="2.6 2.2" />,
  declined: <><circle cx="8" cy="8" r="6.2" /><path d="M5.6 5.6l4.8 4.8" /></>,
  alert: <><path d="M8 1.8 15 14H1z" /><path d="M8 6.4v3.4M8 11.8v.1" /></>,
  substitute: <path d="M3 5.5h9m0 0L9.5 3M12 5.5 9.5 8M13 10.5H4m0 0L6.5 8M4 10.5 6.5 13" />,
  clock: <><circle cx="8" cy="8" r="6.2" /><path d="M8 4.5V8l2.5 1.5" /></>,
  info: <><circle cx="8" cy="8" r="6.2" /><path d="M8 7.2v4M8 4.9v.1" /></>,
  question: <><circle cx="8" cy="8" r="6.2" /><path d="M6.1 6.4a1.9 1.9 0 1 1 2.8 1.7c-.6.3-.9.7-.9 1.3M8 11.4v.1" /></>,
  support: <><circle cx="8" cy="2.8" r="1.3" /><path d="M2.5 5.8 8 6.6l5.5-.8M8 6.6v3.2M8 9.8l-2.6 4.4M8 9.8l2.6 4.4" /></>,
  lock: <><rect x="3" y="7" width="10" height="7" rx="1" /><path d="M5 7V5a3 3 0 0 1 6 0v2" /></>,
  tick: <path d="M3 8.5 6.5 12 13 4.5" />,
  plus: <path d="M8 3v10M3 8h10" />,
  cross: <path d="m4 4 8 8m0-8-8 8" />,
  down: <path d="m4 6 4 4 4-4" />,
  up: <path d="m4 10 4-4 4 4" />,
  left: <path d="m10 4-4 4 4 4" />,
  right: <path d="m6 4 4 4-4 4" />,
  switch: <path d="m5 6.5 3-3 3 3M5 9.5l3 3 3-3" />,
  download: <path d="M8 2v8.5m0 0L4.8 7.3M8 10.5l3.2-3.2M2.5 13.5h11" />,
  calendar: <><rect x="2" y="3" width="12" height="11" rx="1" /><path d="M2 6.5h12M5.3 1.5v3M10.7 1.5v3" /></>,
  search: <><circle cx="7" cy="7" r="4.5" /><path d="m10.5 10.5 3.5 3.5" /></>,
  home: <path d="M2.5 7 8 2.5 13.5 7v6.5h-11z" />,
  people: <><circle cx="6" cy="5.5" r="2.5" /><path d="M1.5 13.5c.4-2.6 2-4 4.5-4s4.1 1.4 4.5 4M10.5 3.2a2.5 2.5 0 0 1 0 4.6M12 9.9c1.4.6 2.2 1.8 2.5 3.6" /></>,
  seats: <path d="M4 2.5v6h8v-6M3 8.5v3h10v-3M4 11.5v2M12 11.5v2" />,
  board: <><rect x="2" y="2.5" width="3.2" height="11" /><rect x="6.4" y="2.5" width="3.2" height="7" /><rect x="10.8" y="2.5" width="3.2" height="9" /></>,
  code: <><rect x="2" y="2" width="4.5" height="4.5" /><rect x="9.5" y="2" width="4.5" height="4.5" /><rect x="2" y="9.5" width="4.5" height="4.5" /><path d="M9.5 9.5h2v2m2.5 2.5h-4.5m4.5-4.5v1.5" /></>,
  chart: <path d="M2 14V2M2 14h12M5 11l3-4 2.5 2L14 4" />,
  outside: <path d="M9 2.5h4.5V7M13.5 2.5 7.5 8.5M12 9.5v4H2.5V4H7" />,
  mail: <><rect x="1.8" y="3.2" width="12.4" height="9.6" rx="1" /><path d="m2 4.5 6 4.3 6-4.3" /></>,
  host: <path d="M2.5 13.5V6L8 2.5 13.5 6v7.5M1.5 13.5h13M6 13.5v-4h4v4" />,
  line: <><circle cx="4" cy="3.5" r="1.8" /><circle cx="4" cy="12.5" r="1.8" /><path d="M4 5.3v5.4M8 3.5h6M8 12.5h6" /></>,
  pencil: <path d="M2.5 13.5l.7-3L10.6 3a1.4 1.4 0 0 1 2 0l.4.4a1.4 1.4 0 0 1 0 2L5.5 12.8z" />,
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof DRAWINGS

/** A drawing beside a word; screen readers skip it, so the word must carry the meaning. */
export function Icon({ name, large = false }: { name: IconName; large?: boolean }) {
  return (
    <svg className={large ? 'i i--l' : 'i'} viewBox="0 0 16 16" aria-hidden="true">
      {DRAWINGS[name]}
    </svg>
  )
}
