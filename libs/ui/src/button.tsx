import type { ReactNode } from 'react'

export type ButtonKind = 'primary' | 'secondary' | 'tertiary'

const KINDS: Record<ButtonKind, string> = {
  primary: 'kern-btn kern-btn--primary',
  secondary: 'kern-btn kern-btn--secondary',
  tertiary: 'kern-btn kern-btn--tertiary',
}

/** Sends the form it stands in. The words are a verb with its object: "Verbindlich anmelden". `name` tells several buttons of a form apart. */
export function SubmitButton({ kind = 'primary', name, children }: { kind?: ButtonKind; name?: string; children: ReactNode }) {
  return (
    <button type="submit" className={KINDS[kind]} {...(name ? { name, value: 'yes' } : {})}>
      <span className="kern-label">{children}</span>
    </button>
  )
}

/** A link that looks like a button: the one next step of a page. */
export function ButtonLink({ href, kind = 'primary', children }: { href: string; kind?: ButtonKind; children: ReactNode }) {
  return (
    <a className={KINDS[kind]} href={href}>
      <span className="kern-label">{children}</span>
    </a>
  )
}
