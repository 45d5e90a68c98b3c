/** Counts for Prometheus. Labels are routes and kinds, never an office or a machine: they would not end. */
export class Metrics {
  readonly #counts = new Map<MetricName, Map<string, number>>()
  readonly #startedAt: number

  constructor(startedAt: number) {
    this.#startedAt = startedAt
  }

  count(name: MetricName, labels: Readonly<Record<string, string | number>> = {}, by = 1): void {
    const pairs = Object.entries(labels).map(
      ([label, value]) => `${label}="${String(value).replace(/[^\w/:.*-]/g, '_')}"`,
    )
    const key = pairs.length > 0 ? `{${pairs.join(',')}}` : ''
    const counts = this.#counts.get(name) ?? new Map<string, number>()
    counts.set(key, (counts.get(key) ?? 0) + by)
    this.#counts.set(name, counts)
  }

  /** Text format 0.0.4. */
  text(now: number): string {
    const counters = (Object.keys(help) as MetricName[]).flatMap(name => [
      `# HELP records_desk_${name} ${help[name]}`,
      `# TYPE records_desk_${name} counter`,
      ...[...(this.#counts.get(name) ?? [])].map(([key, value]) => `records_desk_${name}${key} ${value}`),
    ])
    const up = [
      '# TYPE records_desk_up_seconds gauge',
      `records_desk_up_seconds ${Math.round((now - this.#startedAt) / 1000)}`,
    ]
    return [...counters, ...up, ''].join('\n')
  }
}

const help = {
  requests_total: 'Requests by route and status.',
  request_milliseconds_total: 'Time spent on requests, by route.',
  acts_taken_total: 'Acts stored for the first time.',
  segments_total: 'Segments by what became of them.',
  bugs_total: 'Requests that ended in a bug.',
} as const
export type MetricName = keyof typeof help
