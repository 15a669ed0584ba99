import { useEffect, useState, useSyncExternalStore } from 'react'
import type { AroundNavHandler } from 'wouter'

/** What is asked about: going on without what was typed. */
type Leave = () => void

interface Held {
  href: string
  state: unknown
}

/** The forms on this page that hold typed text, with their entry of the browser's history. */
const held = new Map<symbol, Held>()
const listeners = new Set<() => void>()
let question: Leave | null = null
let goingBack = false

function setQuestion(next: Leave | null): void {
  question = next
  for (const listener of listeners) listener()
}

/** Goes on at once, or asks first when typed text would be lost. */
export function leaveOrAsk(leave: Leave): void {
  if (held.size === 0) leave()
  else setQuestion(leave)
}

/** Every way that leads through the router: links, buttons, our own calls. */
export const aroundNav: AroundNavHandler = (navigate, to, options) => leaveOrAsk(() => navigate(to, options))

/** What was typed is saved: the way on is free. Called before leaving a form by the act of saving itself. */
export function letGo(): void {
  held.clear()
}

/** Marks that this form holds typed text; also the browser asks before it closes or reloads the page. */
export function useUnsaved(dirty: boolean): void {
  const [form] = useState(() => Symbol('form'))
  // After every rendering, so that a form that stays on the page although another one was saved is held again.
  useEffect(() => {
    if (dirty) held.set(form, { href: location.href, state: history.state })
    else held.delete(form)
  })
  useEffect(() => () => void held.delete(form), [form])
  useEffect(() => {
    if (!dirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [dirty])
}

/**
 * Lets the browser's back button ask as well. To be called once and before the first page is rendered: listeners of the window are called in
 * the order in which they came, and the router must not hear of a step that is not taken.
 */
export function watchBackButton(): void {
  window.addEventListener('popstate', onPopState, true)
}

/** The question that stands, if any, and its two answers. */
export function useLeaveQuestion(): { stay: () => void; discard: () => void } | null {
  const asked = useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, () => question)
  if (asked === null) return null
  return {
    stay: () => setQuestion(null),
    discard: () => {
      setQuestion(null)
      letGo()
      asked()
    },
  }
}

/**
 * The browser's back button has already changed the address when it tells. The form's address is put on top again, so that going back once
 * more leads where the person wanted to go.
 */
function onPopState(event: PopStateEvent): void {
  if (goingBack) {
    goingBack = false
    return
  }
  const form = [...held.values()].at(-1)
  if (form === undefined || pageOf(form.href) === pageOf(location.href)) return
  event.stopImmediatePropagation()
  history.pushState(form.state, '', form.href)
  leaveOrAsk(() => {
    goingBack = true
    history.back()
  })
}

/** The address without the place inside the page: a jump to it leaves nothing. */
function pageOf(href: string): string {
  return href.replace(/#.*$/, '')
}
