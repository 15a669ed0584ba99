import type { Page } from 'playwright-core'

/** A mark on a page, without what is written in it. */
export interface Mark {
  /** The first element that fits. */
  at: string
  /** What is looked at of it: from its upper, or its lower, left corner on, in CSS pixels, with a rim of one around it. */
  cut: { width: number; height: number; fromBottom?: boolean }
}

/** Of 255: less than this in every channel, on average over the mark, is no difference that one sees. */
const DIFFERENCE = 10

/** The pairs of marks that cannot be told apart, as "a and b". @throws when a mark is not on the page */
export async function sameLooking(page: Page, marks: Record<string, Mark>): Promise<string[]> {
  const looks: [string, number[]][] = []
  for (const [name, mark] of Object.entries(marks)) looks.push([name, await averageOf(page, mark)])
  return looks.flatMap(([name, colour], index) => looks.slice(index + 1)
    .filter(([, other]) => colour.every((value, channel) => Math.abs(value - other[channel]!) < DIFFERENCE))
    .map(([other]) => `${name} and ${other}`))
}

/** The average colour of a mark, from what the browser paints. */
async function averageOf(page: Page, { at, cut }: Mark): Promise<number[]> {
  const element = page.locator(at).first()
  await element.scrollIntoViewIfNeeded()
  const box = await element.boundingBox()
  if (!box) throw new Error(`${at} is not to be seen`)
  const top = cut.fromBottom ? box.y + box.height - cut.height : box.y
  const picture = await page.screenshot({ clip: { x: Math.round(box.x) - 1, y: Math.round(top) - 1, width: cut.width + 2, height: cut.height + 2 } })
  const reader = await page.context().newPage()
  try {
    return await reader.evaluate(async (base64) => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob())
      const paint = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
      paint.drawImage(bitmap, 0, 0)
      const { data } = paint.getImageData(0, 0, bitmap.width, bitmap.height)
      return [0, 1, 2].map((channel) => data.filter((_, index) => index % 4 === channel).reduce((sum, value) => sum + value, 0) / (data.length / 4))
    }, picture.toString('base64'))
  } finally {
    await reader.close()
  }
}
