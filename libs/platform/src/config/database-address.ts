import { readFileSync } from 'node:fs'

/** What DATABASE_URL says, taken apart. */
export interface DatabaseAddress {
  /** The scheme names the server; the driver's type must match, or the schemas drift. */
  type: 'mariadb' | 'mysql'
  host: string
  port: number
  username: string
  password: string
  database: string
  /** null: without TLS. Otherwise certificate and name of the server are checked, against `ca` (PEM) or what Node trusts. */
  tls: { ca: string | null } | null
}

const PARAMETERS = ['ssl', 'ssl-ca']

/**
 * Reads `mariadb://user:password@host:3306/name`, with `?ssl=true` for TLS or `?ssl-ca=/path` for TLS with an authority of one's own.
 * A parameter that nobody reads is refused: whoever wrote `sslmode=require` must not go on in the clear.
 * @returns the address, or what is wrong with it in sentences without any value of it
 */
export function readDatabaseAddress(text: string): { address: DatabaseAddress } | { problems: string[] } {
  const { protocol, hostname, port, username, password, pathname, searchParams } = new URL(text)
  const problems: string[] = []
  const foreign = [...new Set(searchParams.keys())].filter((key) => !PARAMETERS.includes(key))
  if (foreign.length > 0) problems.push('DATABASE_URL has a parameter that is not known: only ssl=true and ssl-ca=/path/to/authority.pem are read.')
  const ssl = searchParams.getAll('ssl')
  if (ssl.some((value) => value !== 'true')) problems.push('In DATABASE_URL only ssl=true can be said of ssl: the certificate of the server is always checked. Leave it out to connect without TLS.')
  const [database = null, user = null, word = null] = [pathname.slice(1), username, password].map(decoded)
  if (database === null || user === null || word === null) problems.push('DATABASE_URL has a % that stands for no character: write % itself as %25.')
  if (hostname === '') problems.push('DATABASE_URL names no server: it is written mariadb://user:password@host:3306/name.')
  if (database === '') problems.push('DATABASE_URL names no database: put its name behind the server, mariadb://user:password@host:3306/name.')
  const ca = authority(searchParams.get('ssl-ca'), problems)
  if (problems.length > 0) return { problems }
  return {
    address: {
      type: protocol === 'mariadb:' ? 'mariadb' : 'mysql',
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port || 3306),
      username: user!,
      password: word!,
      database: database!,
      tls: ssl.length > 0 || ca !== null ? { ca } : null,
    },
  }
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

function authority(path: string | null, problems: string[]): string | null {
  if (path === null) return null
  try {
    const pem = readFileSync(path, 'utf8')
    if (pem.includes('-----BEGIN CERTIFICATE-----')) return pem
    problems.push('ssl-ca in DATABASE_URL must name a file with certificates in PEM.')
  } catch {
    problems.push('ssl-ca in DATABASE_URL names a file that cannot be read: check its path and its permissions.')
  }
  return null
}
