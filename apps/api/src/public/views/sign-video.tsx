/** A link to a video in Deutsche Gebärdensprache; never embedded, so nothing is fetched before somebody asks for it. */
export function SignVideo({ url, word }: { url: string | null; word: string }) {
  if (url === null) return null
  // `gsg` is German Sign Language (ISO 639-3), the preferred form of `sgn-DE`.
  return <li><a href={url} hrefLang="gsg" rel="noreferrer">{word}</a></li>
}
