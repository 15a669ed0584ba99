import { useLanguage } from '../language.js'
import { Button } from '../parts/button.js'

/** Recovery codes at the only moment at which they are shown. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { t } = useLanguage()
  const s = t.secondFactor
  return (
    <section aria-labelledby="h-rc" className="codes">
      <h2 id="h-rc">{s.codesTitle}</h2>
      <p className="m">{s.codesLead}</p>
      <ol>{codes.map((code) => <li key={code}><code>{code}</code></li>)}</ol>
      <Button rank="primary" onClick={onKept}>{s.codesKept}</Button>
    </section>
  )
}
