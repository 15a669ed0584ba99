import type { Page } from 'playwright-core'

/** The function that every marker calls: it exists in no page but those of these tests. */
const CALLED = 'dwRan'

/** Short enough for a title of a person (60 characters), and breaks out of text, attributes and elements alike. */
export const markup = (n: number) => `${n}"'><img src=x onerror=${CALLED}(${n})><svg onload=${CALLED}(${n})>`
/** For what becomes an address; a browser runs it when the link is followed. */
export const script = (n: number) => `javascript:${CALLED}(${n})//${n}"><script>${CALLED}(${n})</script>`

/** What became of markers on one page. */
export interface Looked {
  /** Markers that ran, became elements or stand where an address stands. */
  readonly faults: string[]
  /** Numbers of the markers that stand there as text, in fields too. */
  readonly shown: number[]
}

/** Has a page, and those it opens later, note each marker that runs. Call it before the first page is opened. */
export async function watchMarkers(page: Page): Promise<void> {
  await page.addInitScript(`globalThis.markersRun = []; globalThis.${CALLED} = (n) => globalThis.markersRun.push(n)`)
}

/** Looks at the page that is open now, with the keys of a keyboard's user pressed on nothing: elements count that wait for a click, too. */
export async function lookForMarkers(page: Page): Promise<Looked> {
  const { ran, became, text } = await page.evaluate((called) => {
    const suspicious = [...document.querySelectorAll('*')].filter((element) =>
      [...element.attributes].some(({ name, value }) =>
        (name.startsWith('on') && value.includes(called)) || (['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'srcdoc', 'style'].includes(name) && /^\s*javascript:/i.test(value)))
      || (['SCRIPT', 'STYLE', 'IFRAME', 'OBJECT'].includes(element.tagName) && element.getAttribute('type') !== 'application/ld+json' && (element.textContent ?? '').includes(called)))
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea, option')].map((field) => field.value)
    const { markersRun = [] } = globalThis as unknown as { markersRun?: number[] }
    return { ran: markersRun, became: suspicious.map((element) => element.outerHTML.slice(0, 160)), text: [document.documentElement.innerText, document.title, ...fields].join('\n') }
  }, CALLED)
  const where = new URL(page.url()).pathname
  return {
    faults: [...ran.map((n) => `${where}: marker ${n} ran`), ...became.map((element) => `${where}: ${element}`)],
    shown: [...text.matchAll(new RegExp(`${CALLED}\\((\\d+)\\)`, 'g'))].map(([, n]) => Number(n)),
  }
}
