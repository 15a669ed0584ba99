import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks'
import type { Figure } from './exposition.js'

const RESOLUTION_MILLISECONDS = 10
const NANOSECONDS = 1e9

/** How this process is: memory, processor, and how late its event loop is. */
export class ProcessFigures {
  private readonly loop: IntervalHistogram = monitorEventLoopDelay({ resolution: RESOLUTION_MILLISECONDS })

  constructor() {
    this.loop.enable()
  }

  /** The event loop's figures are those since the last call. */
  figures(): Figure[] {
    const { rss, heapUsed } = process.memoryUsage()
    const { user, system } = process.cpuUsage()
    // The histogram holds the whole time between two looks; what is above the resolution is lag. Before the first look it is empty.
    const lag = (nanoseconds: number) => (this.loop.count === 0 ? 0 : Math.max(0, nanoseconds / NANOSECONDS - RESOLUTION_MILLISECONDS / 1000))
    const lags = [['p50', this.loop.percentile(50)], ['p99', this.loop.percentile(99)], ['max', this.loop.max]] as const
    const samples = lags.map(([at, value]) => ({ labels: { at }, value: lag(value) }))
    this.loop.reset()
    return [
      { name: 'process_resident_memory_bytes', help: 'Memory of the process.', type: 'gauge', samples: [{ value: rss }] },
      { name: 'process_heap_used_bytes', help: 'Memory in use by JavaScript.', type: 'gauge', samples: [{ value: heapUsed }] },
      { name: 'process_cpu_seconds_total', help: 'Processor time.', type: 'counter', samples: [{ value: (user + system) / 1e6 }] },
      { name: 'process_start_time_seconds', help: 'When the process started, in seconds since 1970.', type: 'gauge', samples: [{ value: performance.timeOrigin / 1000 }] },
      { name: 'dialogwerk_event_loop_lag_seconds', help: 'Lateness of the event loop since the last reading.', type: 'gauge', samples },
    ]
  }

  close(): void {
    this.loop.disable()
  }
}
