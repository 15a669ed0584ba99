import { useLanguage } from '../language.js'
import { CheckField, TextField } from '../parts/field.js'
import type { OfferRow } from './question-form.js'

/** Support that the form offers, with the day by which it must be booked; a format knows no days. */
export function NeedOffers({ needs, hasDays, onChange }: { needs: readonly OfferRow[]; hasDays: boolean; onChange: (needs: OfferRow[]) => void }) {
  const { t, v } = useLanguage()
  const set = (kind: string, change: Partial<OfferRow>) => onChange(needs.map((row) => (row.kind === kind ? { ...row, ...change } : row)))
  const offered = needs.filter(({ isOffered }) => isOffered)
  return (
    <ul className="no" id="f-needs">
      {needs.map((row) => {
        const path = row.isOffered ? `needs/${offered.indexOf(row)}` : `unoffered/${row.kind}`
        return (
          <li key={row.kind} data-row={v.needKinds[row.kind]}>
            <CheckField path={`${path}/kind`} label={v.needKinds[row.kind]} checked={row.isOffered} onChange={(isOffered) => set(row.kind, { isOffered })} />
            {row.isOffered && hasDays ? (
              <TextField path={`${path}/bookBy`} label={t.questions.bookBy} width="w-m" type="date" optional value={row.bookBy} onChange={(bookBy) => set(row.kind, { bookBy })} />
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
