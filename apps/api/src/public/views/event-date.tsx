import type { PublicEventSummary } from '@app/contracts'
import { words } from '@app/i18n'
import type { ReactNode } from 'react'
import type { PageFrame } from './view-models.js'

/** The date of an event in the words inside; that of a cancelled one is struck through, and said to be so. */
export function EventDate({ frame, event, children }: { frame: PageFrame; event: PublicEventSummary; children: ReactNode }) {
  if (event.state !== 'cancelled') return children
  return <><span className="vh">{words(frame.language).event.cancelledDate} </span><s>{children}</s></>
}
