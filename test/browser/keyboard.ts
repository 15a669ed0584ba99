import type { Locator, Page } from 'playwright-core'
import { readFocus } from './focus.js'

const MOST_STOPS = 150

/** Somebody without a mouse: goes to things by Tab, acts by keys, and sees at every stop where the focus is. */
export class Keyboard {
  /** What could not be seen on the way, and every use of a pointer: each entry is a fault. */
  readonly faults: string[] = []

  private constructor(readonly page: Page) {}

  static async at(page: Page): Promise<Keyboard> {
    const keyboard = new Keyboard(page)
    await page.exposeFunction('pointerUsed', (what: string) => keyboard.faults.push(`a pointer was used on ${what}`))
    await page.addInitScript(() => addEventListener('pointerdown', ({ target }) => (globalThis as unknown as { pointerUsed(what: string): void }).pointerUsed(String((target as Element).outerHTML).slice(0, 80)), true))
    return keyboard
  }

  /** Presses Tab, or Shift+Tab, until the target has the focus. @throws Error with the way that was gone when it is not reached */
  async to(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await target.first().waitFor()
    const way: string[] = []
    while (!(await hasFocus(target))) {
      if (way.length === MOST_STOPS) throw new Error(`${key} does not reach ${String(target)}: ${way.slice(-25).join(' → ')}`)
      await this.press(key)
      way.push((await readFocus(this.page))?.name ?? '–')
    }
  }

  /** Goes to the target and presses Enter: a link or a button. */
  async enter(target: Locator, key?: 'Tab' | 'Shift+Tab'): Promise<void> {
    await this.to(target, key)
    await this.page.keyboard.press('Enter')
  }

  /** Goes to a field and types over what is in it. */
  async fill(target: Locator, text: string, key?: 'Tab' | 'Shift+Tab'): Promise<void> {
    await this.to(target, key)
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.type(text)
  }

  /** Goes to a list of choices and down it to the one that begins so; a list that types ahead forgets letters that come too slowly. */
  async choose(target: Locator, word: string): Promise<void> {
    await target.locator('option', { hasText: word }).first().waitFor({ state: 'attached' })
    await this.to(target)
    const chosen = () => target.evaluate((list) => (list as HTMLSelectElement).selectedOptions[0]?.label ?? '')
    for (let presses = 0; !(await chosen()).startsWith(word); presses += 1) {
      if (presses === MOST_STOPS) throw new Error(`ArrowDown does not reach ${word} in ${String(target)}`)
      await this.press('ArrowDown')
    }
  }

  /** One key; what has the focus afterwards must be seen. */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key)
    const stop = await readFocus(this.page)
    if (stop) this.faults.push(...stop.faults.map((fault) => `${this.page.url()} after ${key}: ${stop.name} ${fault}`))
  }
}

/** Whether the first element of a locator has the focus. */
export function hasFocus(target: Locator): Promise<boolean> {
  return target.first().evaluate((element) => element === document.activeElement)
}

/** Waits until it has; also when the element is another one by then. */
export async function takesFocus(target: Locator): Promise<void> {
  await target.first().and(target.page().locator(':focus')).waitFor({ state: 'attached' })
}
