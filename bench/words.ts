import { percentile } from './pairs.js'

/** "1,850/s": the median of rates. */
export function rate(perSecond: readonly number[]): string {
  return `${number(percentile(perSecond, 50))}/s`
}

/** Digits as a reader needs them: thousands divided, three figures below ten. */
export function number(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

export function milliseconds(value: number): string {
  return `${number(value)} ms`
}
