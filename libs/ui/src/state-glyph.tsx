import type { EventState, Language, Standing } from '@app/contracts'
import { words } from '@app/i18n'
import { Icon, type IconName } from './icon.js'

/** Look of a state: shape first, word second, colour third. */
export type Tone = 'ok' | 'open' | 'wait' | 'none' | 'no' | 'bad'

const TONE_CLASSES: Record<Tone, { plain: string; tag: string }> = {
  ok: { plain: 'st st--ok', tag: 'tag tag--ok st st--ok' },
  open: { plain: 'st st--open', tag: 'tag tag--open st st--open' },
  wait: { plain: 'st st--wait', tag: 'tag tag--wait st st--wait' },
  none: { plain: 'st st--none', tag: 'tag tag--plain st st--none' },
  no: { plain: 'st st--no', tag: 'tag tag--plain st st--no' },
  bad: { plain: 'st st--bad', tag: 'tag tag--bad st st--bad' },
}

const STANDING_LOOK: Record<Standing, [IconName, Tone]> = {
  noted: ['unanswered', 'none'],
  invited: ['unanswered', 'none'],
  unconfirmed: ['mail', 'none'],
  requested: ['open', 'open'],
  waiting: ['waiting', 'wait'],
  offered: ['clock', 'open'],
  confirmed: ['place', 'ok'],
  refused: ['declined', 'no'],
  door: ['place', 'ok'],
  declined: ['declined', 'no'],
  represented: ['substitute', 'ok'],
  withdrawn: ['declined', 'no'],
}

const EVENT_LOOK: Record<EventState, [IconName, Tone]> = {
  idea: ['unanswered', 'none'],
  planned: ['unanswered', 'none'],
  save_the_date: ['calendar', 'open'],
  inviting: ['open', 'open'],
  closed: ['lock', 'none'],
  running: ['clock', 'ok'],
  done: ['place', 'ok'],
  accounted: ['place', 'ok'],
  cancelled: ['declined', 'no'],
}

interface GlyphProps {
  language: Language
  /** A tinted tag; for the header of one person or event only, never in lists. */
  tag?: boolean
}

/** Glyph and word of one person's standing: "Warteliste, Platz 3" */
export function StandingGlyph({ standing, position, language, tag }: GlyphProps & { standing: Standing; position?: number | null }) {
  const [icon, tone] = STANDING_LOOK[standing]
  const word = words(language).vocabulary.standings[standing]
  return <StateGlyph icon={icon} tone={tone} tag={tag} word={position && standing === 'waiting' ? words(language).places.waitingAt(word, position) : word} />
}

/** Glyph and word of an event's state. */
export function EventStateGlyph({ state, language, tag }: GlyphProps & { state: EventState }) {
  const [icon, tone] = EVENT_LOOK[state]
  return <StateGlyph icon={icon} tone={tone} tag={tag} word={words(language).vocabulary.eventStates[state]} />
}

/** Any state in the same form. */
export function StateGlyph({ icon, tone, word, tag = false }: { icon: IconName; tone: Tone; word: string; tag?: boolean }) {
  const classes = TONE_CLASSES[tone]
  return (
    <span className={tag ? classes.tag : classes.plain}>
      <Icon name={icon} />
      {word}
    </span>
  )
}
