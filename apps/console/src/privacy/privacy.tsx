import { useState } from 'react'
import { operations, type PeopleFound } from '@app/contracts'
import { addressOf } from '../api.js'
import { useLanguage } from '../language.js'
import { Button, OuterLink } from '../parts/button.js'
import { Email } from '../parts/email.js'
import { Empty, Loading, Trouble } from '../parts/feedback.js'
import { PageHead } from '../parts/page-head.js'
import { Erase } from './erase.js'
import { usePeople } from './privacy-queries.js'
import { Retention } from './retention.js'

/** So many are shown; more words find fewer. */
const MOST = 50

type Person = PeopleFound['items'][number]

/** What people may ask of their data, and what goes by itself. The search is not in the address: it may be a name. */
export function Privacy() {
  const { t } = useLanguage()
  const p = t.privacy
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const { data: people, error, isFetching, refetch } = usePeople(asked)
  return (
    <>
      <PageHead title={t.nav.privacy} facts={<span>{p.lead}</span>} />
      <search>
        <form className="fb au-f" onSubmit={(event) => { event.preventDefault(); setAsked(typed.trim()) }}>
          <span className="fd w-l">
            <label htmlFor="privacy-q">{p.search}</label>
            <span className="fd-hint" id="privacy-q-hint">{p.searchHint}</span>
            <input id="privacy-q" className="in" type="search" value={typed} maxLength={200} autoComplete="off" aria-describedby="privacy-q-hint" onChange={(event) => setTyped(event.target.value)} />
          </span>
          <Button type="submit" icon="search" pending={isFetching}>{p.submit}</Button>
        </form>
      </search>
      {error === null ? null : <Trouble error={error} onRetry={() => void refetch()} />}
      {people === undefined ? (
        isFetching ? <Loading rows={3} /> : error === null ? <Empty title={p.emptyTitle}>{p.emptyText}</Empty> : null
      ) : people.length === 0 ? <Empty title={p.noneTitle}>{p.noneText}</Empty> : <People people={people} onErased={() => void refetch()} />}
      <Retention />
    </>
  )
}

function People({ people, onErased }: { people: readonly Person[]; onErased: () => void }) {
  const { t } = useLanguage()
  const p = t.privacy
  const [erasing, setErasing] = useState<Person | null>(null)
  return (
    <>
      <div className="cnt"><output><b>{people.length === MOST ? p.first(people.length) : p.people(people.length)}</b></output></div>
      <div className="tb-w">
        <table className="t t--d rl pv">
          <caption className="vh">{p.search}</caption>
          <thead><tr><th scope="col">{p.name}</th><th scope="col">{p.email}</th><th scope="col">{p.participations}</th><th scope="col"><span className="vh">{p.actions}</span></th></tr></thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.id}>
                <th scope="row">{person.name}{person.organisation === null ? null : <small className="m">{person.organisation}</small>}</th>
                <td>{person.email === null ? <span className="m">–</span> : <Email address={person.email} />}</td>
                <td>{p.taken(person.participations)}</td>
                <td>
                  <span className="acts-row">
                    <OuterLink small rank="tertiary" icon="download" href={addressOf(operations.personHtml, { personId: person.id })} label={p.htmlOf(person.name)}>{p.html}</OuterLink>
                    <OuterLink small rank="tertiary" icon="download" href={addressOf(operations.personJson, { personId: person.id })} label={p.jsonOf(person.name)}>{p.json}</OuterLink>
                    <Button small rank="tertiary" aria-label={p.eraseOf(person.name)} onClick={() => setErasing(person)}>{p.erase}</Button>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {erasing === null ? null : <Erase person={erasing} onClose={() => setErasing(null)} onErased={() => { setErasing(null); onErased() }} />}
    </>
  )
}
