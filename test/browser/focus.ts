import type { Page } from 'playwright-core'

/** Where the focus is, and what keeps somebody from seeing that it is there. */
export interface Stop {
  /** The same for the same element of one page. */
  readonly number: number
  readonly name: string
  readonly faults: readonly string[]
}

interface Marks {
  numbers: Map<Element, number>
  /** How each element is outlined while it has no focus. */
  resting: Map<Element, string>
  opener: Element | null
}

const MOST_STOPS = 400

/** Reads the focus where it is now; null when it is on nothing. Success criteria 2.4.7, 2.4.11 and 1.4.11 of WCAG 2.2. */
export function readFocus(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return null
    const marks = ((globalThis as unknown as { focusMarks?: Marks }).focusMarks ??= { numbers: new Map(), resting: new Map(), opener: null })
    const number = marks.numbers.get(element) ?? marks.numbers.size
    marks.numbers.set(element, number)
    const faults: string[] = []
    const name = `${element.tagName.toLowerCase()} ${(element.getAttribute('aria-label') ?? (element.innerText || element.id || element.className)).replace(/\s+/g, ' ').slice(0, 60)}`
    if (element.closest('[aria-hidden=true]')) faults.push('is hidden from screen readers')

    const box = element.getBoundingClientRect()
    const [left, top] = [Math.max(0, box.left), Math.max(0, box.top)]
    const [width, height] = [Math.min(innerWidth, box.right) - left, Math.min(innerHeight, box.bottom) - top]
    if (box.width < 2 || box.height < 2) faults.push('is too small to be seen')
    else if (width <= 0 || height <= 0) faults.push('is outside of the window')
    else {
      const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => document.elementFromPoint(left + width * x, top + height * y)))
      if (!points.some((hit) => hit !== null && (element.contains(hit) || hit.contains(element)))) faults.push(`is covered by ${points[4]?.className || points[4]?.tagName}`)
    }

    // A control that is transparent lets something around it show the focus; headings that take it once are no controls.
    let shown: Element | null = element
    while (shown && getComputedStyle(shown).opacity === '0') shown = shown.parentElement
    if (shown !== element) shown = element.closest('li')
    if (element.tabIndex >= 0 && shown) {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(shown)
      const outline = `${outlineStyle} ${outlineWidth} ${outlineColor}`
      if (outlineStyle === 'none' || (outlineStyle !== 'auto' && parseFloat(outlineWidth) < 2)) faults.push(`shows no ring (${outline})`)
      else if (marks.resting.get(shown) === outline) faults.push(`looks the same without the focus (${outline})`)
      const paint = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!
      const channels = (color: string) => {
        paint.clearRect(0, 0, 1, 1)
        paint.fillStyle = color
        paint.fillRect(0, 0, 1, 1)
        return [...paint.getImageData(0, 0, 1, 1).data].map((value) => value / 255) as [number, number, number, number]
      }
      const luminance = (color: string) => {
        const [r, g, b] = channels(color).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)) as [number, number, number]
        return 0.2126 * r + 0.7152 * g + 0.0722 * b
      }
      const grounds: string[] = []
      for (let around = shown.parentElement; around; around = around.parentElement) grounds.push(getComputedStyle(around).backgroundColor)
      const ground = grounds.find((color) => channels(color)[3] > 0.5) ?? 'white'
      const [dark, light] = [luminance(outlineColor), luminance(ground)].sort((a, b) => a - b) as [number, number]
      if ((light + 0.05) / (dark + 0.05) < 3) faults.push(`has a ring too pale for its ground (${outlineColor})`)
    }
    return { number, name, faults }
  })
}

/**
 * Goes once around the page by Tab: everything that can be operated is reached, in the order of the page, and can be seen when it is.
 * In a dialog it stays in the dialog. Afterwards the focus is where it was.
 */
export async function faultsOfFocus(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const resting = new Map([...document.querySelectorAll('*')].filter((element) => !element.matches(':focus-within')).map((element) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element)
      return [element, `${outlineStyle} ${outlineWidth} ${outlineColor}`] as const
    }))
    const marks: Marks = { numbers: new Map(), resting, opener: document.activeElement };
    (globalThis as unknown as { focusMarks: Marks }).focusMarks = marks
  })
  const stops: Stop[] = []
  const faults = new Set<string>()
  for (let presses = 0; ; presses += 1) {
    if (presses === MOST_STOPS) return [`${page.url()} the focus does not come around: ${stops.slice(-3).map(({ name }) => name).join(', ')}`]
    await page.keyboard.press('Tab')
    const stop = await readFocus(page)
    for (const fault of stop?.faults ?? []) faults.add(`${stop!.name} ${fault}`)
    // A field for a day or a time keeps the focus while Tab goes through its parts.
    if (stop === null || stop.number === stops.at(-1)?.number) { if (stops.length === 0 && presses > 2) break; continue }
    if (stop.number === stops[0]?.number) break
    stops.push(stop)
  }
  const missed = await page.evaluate(() => {
    const { numbers, opener } = (globalThis as unknown as { focusMarks: Marks }).focusMarks
    const found: string[] = []
    // A message that has gone by itself since then stands nowhere any more.
    const reached = [...numbers.keys()].filter((element) => element.isConnected)
    // Once around the order of the page goes back once, wherever it began.
    const backwards = reached.filter((element, index) => (reached.at(index - 1)!.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0)
    if (backwards.length > 1) found.push(`the order goes back ${backwards.length} times, to ${backwards.map(({ tagName, id, className }) => `${tagName} ${id || className}`).join(', ')}`)
    const within = document.querySelector('dialog:modal') ?? document
    const operable = [...within.querySelectorAll<HTMLElement>('a[href],button,input,select,textarea,summary,[tabindex],[contenteditable]')]
      .filter((element) => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled') && !element.closest('[inert]'))
    for (const element of operable) {
      const sameGroup = (other: Element) => element instanceof HTMLInputElement && element.type === 'radio' && other instanceof HTMLInputElement && other.name === element.name && other.form === element.form
      if (!numbers.has(element) && !reached.some(sameGroup)) found.push(`Tab does not reach ${element.outerHTML.slice(0, 120)}`)
    }
    for (const element of reached) if (!within.contains(element)) found.push(`Tab leaves the dialog for ${element.outerHTML.slice(0, 120)}`)
    if (opener instanceof HTMLElement) opener.focus({ preventScroll: true })
    return found
  })
  return [...faults, ...missed].map((fault) => `${page.url()} ${fault}`)
}
