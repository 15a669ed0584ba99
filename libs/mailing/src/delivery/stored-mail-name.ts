const NAME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-[0-9a-f]{8,64}\.eml$/

/**
 * Name of a kept mail: instant of sending and the left side of its Message-ID. Names sort by time.
 * @throws RangeError for a Message-ID that was not made by `newPostage`
 */
export function storedMailName(sentAt: Date, messageId: string): string {
  const left = /^<?([0-9a-f]{8,64})@/.exec(messageId)?.[1]
  if (!left) throw new RangeError('a Message-ID that is none of ours')
  return `${sentAt.toISOString().replace(/[-:.]/g, '')}-${left}.eml`
}

/** Instant in a name; null for every text that is no such name, so that a name from outside can never lead out of the folder. */
export function sentAtOf(name: string): Date | null {
  const found = NAME.exec(name)
  if (!found) return null
  const [, year, month, day, hour, minute, second, milli] = found
  const instant = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`)
  return Number.isNaN(instant.getTime()) ? null : instant
}
