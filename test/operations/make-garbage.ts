// Run by heap.spec.ts in a process of its own: `make-garbage.ts "as the product"|plain`.
async function main(): Promise<void> {
  if (process.argv[3] === 'as the product') await import('../../apps/heap.js')
  const kept = Array.from({ length: 200_000 }, (_, n) => Array.from({ length: 20 }, () => n))
  const inHand: unknown[] = []
  let peak = 0
  for (let n = 0; n < 3_000_000; n++) {
    // Long enough in hand to be taken for old.
    inHand[n % 50_000] = { n, facts: Array.from({ length: 20 }, () => n) }
    if (n % 10_000 === 0) peak = Math.max(peak, process.memoryUsage().heapTotal)
  }
  process.stdout.write(kept.length > 0 ? String(peak / 1_000_000) : '')
}

void main()
