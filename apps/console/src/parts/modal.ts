import { useEffect, useRef, type RefObject } from 'react'

/** Opens a dialog over everything else while it is on the page; afterwards the focus returns to where it was. */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const opener = document.activeElement
    dialog.current?.showModal()
    return () => {
      // The act may have taken its own button away; then the page's heading is the place to go on.
      const place = opener instanceof HTMLElement && opener !== document.body && opener.isConnected ? opener : document.querySelector<HTMLElement>('main h1')
      place?.focus()
    }
  }, [])
  return dialog
}
