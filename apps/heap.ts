import { setFlagsFromString } from 'node:v8'

/**
 * Garbage is collected when the heap has grown by three quarters. Left to itself, V8 lets a small heap grow to a multiple of what is in use before it
 * looks, the more so the more memory the machine has: a worker with 50 MB in use stood at 257 MB after three thousand letters and at 366 MB after
 * twenty thousand (measured; for what it is now see docs/benchmarks.md). With half of the growth each letter would pay for several times as many
 * collections, with double the growth a hundred thousand letters took 1.22 times the memory of three thousand. It is no limit: who holds more gets
 * more, so nothing is ended by it.
 */
setFlagsFromString('--heap-growing-percent=75')
