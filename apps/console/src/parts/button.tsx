import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { Link } from 'wouter'
import { Icon, type IconName } from '@app/ui'

type Rank = 'primary' | 'secondary' | 'tertiary'

interface Look {
  rank?: Rank
  small?: boolean
  icon?: IconName
  children: ReactNode
}

/** Written out, so that the stylesheet keeps exactly these classes of KERN. */
const RANKS: Record<Rank, string> = { primary: 'kern-btn kern-btn--primary d', secondary: 'kern-btn kern-btn--secondary d', tertiary: 'kern-btn kern-btn--tertiary d' }
const classOf = (rank: Rank, small: boolean | undefined) => `${RANKS[rank]}${small === true ? ' sm' : ''}`

function Inside({ icon, children }: Pick<Look, 'icon' | 'children'>) {
  return (
    <>
      {icon === undefined ? null : <Icon name={icon} />}
      <span className="kern-label">{children}</span>
    </>
  )
}

/** While `pending`, the button keeps its place and focus but does nothing (`aria-disabled`, not `disabled`). */
export function Button({
  rank = 'secondary', small, icon, pending = false, children, onClick, type = 'button', ...rest
}: Look & { pending?: boolean } & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'children'>) {
  return (
    <button
      {...rest}
      type={type}
      className={classOf(rank, small)}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault()
        else onClick?.(event)
      }}
    >
      <Inside icon={icon}>{children}</Inside>
    </button>
  )
}

/** A link inside the console that looks like a button. */
export function ButtonLink({ rank = 'secondary', small, icon, href, children }: Look & { href: string }) {
  return <Link href={href} className={classOf(rank, small)}><Inside icon={icon}>{children}</Inside></Link>
}

/** A link out of the console (public page, download). */
export function OuterLink({
  rank = 'secondary', small, icon, href, children, label, newTab = false,
}: Look & { href: string; label?: string; newTab?: boolean }) {
  return (
    <a className={classOf(rank, small)} href={href} aria-label={label} {...(newTab ? { target: '_blank', rel: 'noopener' } : {})}>
      <Inside icon={icon}>{children}</Inside>
    </a>
  )
}
