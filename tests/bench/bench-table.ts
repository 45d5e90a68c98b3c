import type { TableRow } from './table-row'

/** What one bench has measured, and the load of the machine when it ended. */
export interface BenchPart {
  readonly name: string
  readonly rows: readonly TableRow[]
  readonly load: number
}

export interface BenchMachine {
  readonly cores: number
  readonly node: string
  /** ISO instant. */
  readonly at: string
  /** Short, with a plus where files differ from it; null where there is no git. */
  readonly commit: string | null
}

/** Every target of a run, met or missed, a line each, and their number. */
export function targetLines(parts: readonly BenchPart[]): string[] {
  const lines = parts.flatMap(({ name, rows }) =>
    rows.flatMap(({ what, figure, target, verdict }) =>
      verdict === '' ? [] : [`${verdict === 'met' ? 'met   ' : 'MISSED'}  ${name}: ${what}: ${figure} (${target})`],
    ),
  )
  const missed = lines.filter(line => line.startsWith('MISSED')).length
  return lines.length === 0 ? [] : [...lines, `${lines.length} targets, ${lines.length - missed} met, ${missed} missed`]
}

/** The whole run as Markdown, for docs/benchmarks.md. */
export function markdownOf(parts: readonly BenchPart[], { cores, node, at, commit }: BenchMachine): string {
  const head = `Measured ${at.slice(0, 10)} in one run${commit ? ` at ${commit}` : ''}, ${cores} cores, Node ${node}; the load stands where each part ended.`
  const total = targetLines(parts).at(-1)
  const sections = parts.map(({ name, rows, load }) =>
    [
      `### ${name} (load ${load.toFixed(1)})`,
      '',
      '|  | measured | target |  |',
      '| --- | --- | --- | --- |',
      ...rows.map(row => `| ${[row.what, row.figure, row.target, shown(row)].map(cell).join(' | ')} |`),
    ].join('\n'),
  )
  return `${[head, ...(total ? [`${total}.`] : []), ...sections].join('\n\n')}\n`
}

const shown = ({ verdict }: TableRow): string => (verdict === 'missed' ? '**missed**' : verdict)

/** One line, and no border of its own. */
const cell = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|')
