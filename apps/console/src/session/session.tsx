import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { operations, type SessionView } from '@app/contracts'
import { call, connection } from '../api.js'
import { useLanguage } from '../language.js'
import { Loading, Trouble } from '../parts/feedback.js'
import { ProblemError } from '../problem.js'
import { ChoosePassword } from './choose-password.js'
import { GiveFactor } from './give-factor.js'
import { SetUpFactor } from './set-up-factor.js'
import { SignIn } from './sign-in.js'

interface SessionHold {
  session: SessionView
  signOut: () => void
  signingOut: boolean
}

const SessionContext = createContext<SessionHold | null>(null)

/** Who is signed in; only below SessionGate. */
export function useSession(): SessionHold {
  const hold = useContext(SessionContext)
  if (hold === null) throw new Error('useSession outside of SessionGate')
  return hold
}

type Standing = { kind: 'asking' } | { kind: 'failed'; error: unknown } | { kind: 'out'; expired: boolean } | { kind: 'in'; session: SessionView }

/**
 * Shows the sign-in screen until somebody is signed in. When a session ends in the middle of the work, the page stays alive behind the
 * sign-in screen, so that nothing typed is lost.
 */
export function SessionGate({ children }: { children: ReactNode }) {
  const client = useQueryClient()
  const [standing, setStanding] = useState<Standing>({ kind: 'asking' })
  const [last, setLast] = useState<SessionView | null>(null)

  const worked = useRef<Element | null>(null)

  const enter = useCallback((session: SessionView) => {
    connection.csrf = session.csrf
    setLast((before) => {
      // Another person at the same browser must not see what the first one had open.
      if (before !== null && before.account.id !== session.account.id) client.clear()
      return session
    })
    setStanding({ kind: 'in', session })
  }, [client])

  const ask = useCallback(() => {
    call(operations.readSession, {}).then(enter, (error: unknown) => {
      setStanding(error instanceof ProblemError && error.status === 401 ? { kind: 'out', expired: false } : { kind: 'failed', error })
    })
  }, [enter])

  useEffect(() => {
    connection.onSignedOut = () => {
      // The first refusal counts: by the second one the sign-in screen has the focus.
      worked.current ??= document.activeElement
      setStanding((before) => (before.kind === 'in' ? { kind: 'out', expired: true } : before))
    }
    connection.onForbidden = () => void call(operations.readSession, {}).then(enter, () => undefined)
    ask()
  }, [ask, enter])

  useEffect(() => {
    if (standing.kind !== 'in') return
    if (worked.current instanceof HTMLElement && worked.current.isConnected) worked.current.focus()
    worked.current = null
  }, [standing.kind])

  const leave = useMutation({
    mutationFn: () => call(operations.signOut, {}),
    onSettled: (_, error) => {
      if (error instanceof ProblemError && error.status !== 401) return
      client.clear()
      connection.csrf = ''
      setLast(null)
      setStanding({ kind: 'out', expired: false })
    },
  })

  if (standing.kind === 'asking') return <Waiting />
  if (standing.kind === 'failed') return <Unreachable error={standing.error} onRetry={() => { setStanding({ kind: 'asking' }); ask() }} />
  const out = standing.kind === 'out'
  const session = standing.kind === 'in' ? standing.session : last
  return (
    <>
      {out ? <SignIn expired={standing.expired} onSignedIn={enter} /> : null}
      {!out && standing.session.secondFactor === 'asked' ? <GiveFactor onGiven={enter} onLeave={() => leave.mutate()} />
        : !out && standing.session.needsPassword ? <ChoosePassword email={standing.session.account.email} onDone={() => enter({ ...standing.session, needsPassword: false })} />
        : !out && standing.session.secondFactor === 'to_set_up' ? <SetUpFactor onDone={enter} onLeave={() => leave.mutate()} />
        : session === null ? null : (
          <div hidden={out} key={session.account.id}>
            <SessionContext value={{ session, signOut: () => leave.mutate(), signingOut: leave.isPending }}>{children}</SessionContext>
          </div>
        )}
    </>
  )
}

function Waiting() {
  return <main className="con-b gate"><Loading rows={0} /></main>
}

function Unreachable({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useLanguage()
  return (
    <main className="con-b gate">
      <div className="gate-in">
        <h1>{t.trouble.title}</h1>
        <Trouble error={error} onRetry={onRetry} />
      </div>
    </main>
  )
}
