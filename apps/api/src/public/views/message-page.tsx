import { StateGlyph, type IconName, type Tone } from '@app/ui'
import type { ReactNode } from 'react'
import { Layout } from './layout.js'
import type { PageFrame } from './view-models.js'

interface MessageProps {
  frame: PageFrame
  title: string
  kick?: ReactNode
  /** State in a word with its glyph, above the heading. */
  state?: { icon: IconName; tone: Tone; word: string }
  text: ReactNode
  children?: ReactNode
  aside?: ReactNode
  isPrivate?: boolean
}

/** A page that says one thing and offers the one next step. */
export function MessagePage({ frame, title, kick, state, text, children, aside, isPrivate = true }: MessageProps) {
  return (
    <Layout frame={frame} title={title} isPrivate={isPrivate}>
      <div className={aside ? 'wrap fo msg' : 'wrap msg'}>
        <div>
          {kick ? <p className="kick">{kick}</p> : null}
          {state ? <p className="msg-st"><StateGlyph {...state} tag /></p> : null}
          <h1 className="h1--m">{title}</h1>
          <div className="msg-x">{typeof text === 'string' ? <p>{text}</p> : text}</div>
          {children}
        </div>
        {aside}
      </div>
    </Layout>
  )
}

/** A form with one button: what changes something is always a POST, never a link that a mail scanner could follow. */
export function OneButtonForm({ action, hidden, children }: { action: string; hidden: Readonly<Record<string, string>>; children: ReactNode }) {
  return (
    <form className="acts" action={action} method="post">
      {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {children}
    </form>
  )
}
