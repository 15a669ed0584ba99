import { isIPv4 } from 'node:net'

/** What nodemailer is told about the way to the server. */
export interface SmtpTls {
  /** Without parameters: nodemailer would let each of them overrule the options of this product. */
  url: string
  requireTLS: boolean
  ignoreTLS: boolean
}

/**
 * How a conversation is protected. Passwords and everything that leaves this machine go over TLS: `smtps://` starts with it, on
 * `smtp://` the server must take STARTTLS (RFC 3207), because whoever sits between could otherwise hide that it is offered.
 * `?starttls=never` says that the way is trusted. On loopback without a password STARTTLS is taken when it is offered.
 */
export function smtpTls(text: string): SmtpTls {
  const url = new URL(text)
  const isNever = url.searchParams.get('starttls') === 'never'
  const isForeign = !isLoopback(url.hostname)
  const hasPassword = url.username !== '' || url.password !== ''
  url.search = ''
  return { url: url.href, requireTLS: url.protocol === 'smtp:' && !isNever && (isForeign || hasPassword), ignoreTLS: isNever }
}

function isLoopback(host: string): boolean {
  return host.toLowerCase() === 'localhost' || host === '[::1]' || (isIPv4(host) && host.startsWith('127.'))
}
