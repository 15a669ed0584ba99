import type { Figure } from './exposition.js'
import { onRequestEnded } from './request-channel.js'

/** Upper limits in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

/** Counts answered requests of this process by route pattern and status. */
export class RequestFigures {
  private readonly counts = new Map<string, { labels: Record<string, string>; value: number }>()
  private readonly buckets = BUCKETS.map(() => 0)
  private seconds = 0
  private all = 0
  private readonly end: () => void

  constructor() {
    this.end = onRequestEnded(({ method, route, status, milliseconds }) => {
      const key = `${method} ${route} ${status}`
      const known = this.counts.get(key)
      if (known) known.value++
      else this.counts.set(key, { labels: { method, route, status: String(status) }, value: 1 })
      this.all++
      this.seconds += milliseconds / 1000
      for (const [at, limit] of BUCKETS.entries()) if (milliseconds / 1000 <= limit) this.buckets[at]!++
    })
  }

  figures(): Figure[] {
    return [
      { name: 'dialogwerk_http_requests_total', help: 'Answered requests by route pattern and status.', type: 'counter', samples: [...this.counts.values()] },
      {
        name: 'dialogwerk_http_request_seconds', help: 'Time until the answer was written.', type: 'histogram',
        samples: [
          ...BUCKETS.map((limit, at) => ({ part: '_bucket', labels: { le: String(limit) }, value: this.buckets[at]! })),
          { part: '_bucket', labels: { le: '+Inf' }, value: this.all }, { part: '_sum', value: this.seconds }, { part: '_count', value: this.all },
        ],
      },
    ]
  }

  close(): void {
    this.end()
  }
}
