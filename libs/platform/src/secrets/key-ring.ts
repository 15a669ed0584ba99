import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError } from '../config/config.js'
import { writeKeyFile } from './key-file.js'

interface Key {
  id: string
  secret: Buffer
}

/**
 * The secrets of an installation: `id:base64,…`. The first key signs and seals, all verify and open, so that keys can be
 * changed without breaking links that lie in mailboxes. Each use derives its own key (HKDF, RFC 5869).
 */
export class KeyRing {
  private constructor(private readonly keys: Key[]) {}

  /** @throws ConfigError when a key is malformed or shorter than 32 bytes. */
  static parse(text: string): KeyRing {
    const keys = text.split(',').map((part) => {
      const [id, base64] = part.trim().split(':')
      const secret = Buffer.from(base64 ?? '', 'base64')
      if (!id || !/^[\w-]{1,20}$/.test(id) || secret.length < 32) {
        throw new ConfigError(['SECRET_KEYS must be "id:base64" with at least 32 random bytes each, several divided by commas.'])
      }
      return { id, secret }
    })
    return new KeyRing(keys)
  }

  /** The ring from the configuration, or the one kept in `DATA_DIR/secret.keys` (mode 0600), made at first start. */
  static load(text: string | null, dataDir: string): KeyRing {
    if (text !== null) return KeyRing.parse(text)
    const file = join(dataDir, 'secret.keys')
    if (!existsSync(file)) writeKeyFile(file, `1:${randomBytes(32).toString('base64')}`)
    return KeyRing.parse(readFileSync(file, 'utf8').trim())
  }

  /** Names of the keys, the first one signs and seals. */
  get ids(): string[] {
    return this.keys.map(({ id }) => id)
  }

  /** MAC of a text for one purpose, 43 characters of base64url. */
  sign(purpose: string, text: string): string {
    return mac(this.keys[0]!, purpose, text)
  }

  /** MACs of a text by every key of the ring: what looks up a stored MAC must find those of former keys too. */
  everySign(purpose: string, text: string): string[] {
    return this.keys.map((key) => mac(key, purpose, text))
  }

  /** Compares the text form in constant time: decoding first would accept several spellings of one MAC. */
  verify(purpose: string, text: string, candidate: string): boolean {
    const given = Buffer.from(candidate)
    return this.keys.some((key) => {
      const right = Buffer.from(mac(key, purpose, text))
      return right.length === given.length && timingSafeEqual(right, given)
    })
  }

  /** Seals a text with AES-256-GCM: `v1.<key id>.<nonce>.<tag>.<text>`. */
  seal(purpose: string, text: string): string {
    const key = this.keys[0]!
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', derive(key, `seal:${purpose}`), nonce)
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return ['v1', key.id, nonce.toString('base64url'), cipher.getAuthTag().toString('base64url'), sealed.toString('base64url')].join('.')
  }

  /** @throws Error when the key is not in the ring or the text was changed. */
  open(purpose: string, sealed: string): string {
    const [version, id, nonce, tag, body] = sealed.split('.')
    const key = this.keys.find((candidate) => candidate.id === id)
    if (version !== 'v1' || !key || !nonce || !tag || body === undefined) throw new Error(`No key opens this sealed value (key id ${id ?? 'missing'}).`)
    const decipher = createDecipheriv('aes-256-gcm', derive(key, `seal:${purpose}`), Buffer.from(nonce, 'base64url'))
    decipher.setAuthTag(Buffer.from(tag, 'base64url'))
    return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8')
  }
}

const derived = new WeakMap<Key, Map<string, Buffer>>()

function derive(key: Key, use: string): Buffer {
  const uses = derived.get(key) ?? derived.set(key, new Map()).get(key)!
  const known = uses.get(use)
  if (known) return known
  const made = Buffer.from(hkdfSync('sha256', key.secret, Buffer.alloc(0), `dialogwerk:${use}`, 32))
  uses.set(use, made)
  return made
}

function mac(key: Key, purpose: string, text: string): string {
  return createHmac('sha256', derive(key, `mac:${purpose}`)).update(text).digest('base64url')
}
