/** Who answers for an event towards its participants; several of them are joint controllers (Art. 26 GDPR). */
export const RESPONSIBLE_ROLES: readonly string[] = ['veranstalter', 'mitveranstalter']

/** Who answers where nobody is named as organiser: projects are run by their Projektträger. */
export const RUNNING_ROLES: readonly string[] = ['projekttraeger', 'durchfuehrung']

/** Those of one list of roles that answer, in its order: the organisers, or else those who run the project. */
export function answering<R extends { role: string }>(roles: readonly R[]): R[] {
  const organisers = roles.filter(({ role }) => RESPONSIBLE_ROLES.includes(role))
  return organisers.length > 0 ? organisers : roles.filter(({ role }) => RUNNING_ROLES.includes(role))
}

export type HostText = 'imprint' | 'privacy'

/**
 * The texts without which nothing of this host may be published: its imprint (§ 5 DDG) and its information text (Art. 13 GDPR). Each of
 * several hosts has both: the page names each with an imprint of its own, and an arrangement of joint controllers (Art. 26 GDPR) changes
 * nothing of what each of them owes.
 * @param host null for an organisation that is no host yet
 */
export function missingHostTexts(host: Record<HostText, string | null> | null): HostText[] {
  return (['imprint', 'privacy'] as const).filter((text) => (host?.[text] ?? '').trim() === '')
}
