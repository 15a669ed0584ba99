import type { Language, PublicHost } from '@app/contracts'
import { words } from '@app/i18n'

/** A link to the video of a host in Deutsche Gebärdensprache; never embedded, so nothing is fetched before somebody asks for it. */
export function SignVideo({ host, language }: { host: Pick<PublicHost, 'signVideoUrl'>; language: Language }) {
  if (host.signVideoUrl === null) return null
  // `gsg` is German Sign Language (ISO 639-3), the preferred form of `sgn-DE`.
  return <li><a href={host.signVideoUrl} hrefLang="gsg" rel="noreferrer">{words(language).layout.signVideo}</a></li>
}
