import { isIPv6 } from 'node:net'
import type { Request } from 'express'

/**
 * What limits count by: the address of the caller, of IPv6 its /64 network. One customer is given at least that many addresses
 * (RFC 6177), so that a limit by single addresses would be none.
 */
export function callerNetwork({ ip = '' }: Pick<Request, 'ip'>): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)
  if (mapped) return mapped[1]!
  const [address = ''] = ip.split('%')
  if (!isIPv6(address)) return ip
  const [head = '', tail = ''] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const [left, right] = [head, tail].map((part) => (part === '' ? [] : part.split(':')))
  const zeros = Array.from({ length: 8 - left!.length - right!.length }, () => '0')
  return `${[...left!, ...zeros, ...right!].slice(0, 4).join(':')}::/64`
}
