import { hash, verify } from '@node-rs/argon2'

// OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

let dummy: Promise<string> | null = null

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST)
}

/** Takes the same time whether or not there is a hash to compare with, so that accounts cannot be told by time. */
export async function checkPassword(storedHash: string | null, password: string): Promise<boolean> {
  dummy ??= hash('no account has this password', COST)
  const matches = await verify(storedHash ?? (await dummy), password.normalize('NFC'))
  return storedHash !== null && matches
}
