/** One measured value with its labels. */
export interface Sample {
  labels?: Readonly<Record<string, string>>
  value: number
  /** Ending of the name, for the parts of a histogram: `_bucket`, `_sum`, `_count`. */
  part?: string
}

/** Values of one name. Labels are kinds, states, routes and the like: never anything about a person. */
export interface Figure {
  name: string
  help: string
  type: 'counter' | 'gauge' | 'histogram'
  samples: readonly Sample[]
}

export const EXPOSITION_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

/** Figures in the text format of Prometheus, version 0.0.4. */
export function exposition(figures: readonly Figure[]): string {
  return figures.map(({ name, help, type, samples }) =>
    [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples.map(({ part = '', labels, value }) => `${name}${part}${labelled(labels)} ${value}`), ''].join('\n')).join('')
}

function labelled(labels: Sample['labels'] = {}): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n')}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}
