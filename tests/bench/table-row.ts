/** One line of the table that a run ends with: a figure beside its target, or one that is only told. */
export interface TableRow {
  readonly what: string
  readonly figure: string
  readonly target: string
  readonly verdict: 'met' | 'missed' | ''
}

/** A figure that could not be read has not met its target. */
export const atMost = (what: string, figure: number | null, target: number, unit = ''): TableRow => ({
  what,
  ...{ figure: shown(figure, unit), target: `at most ${shown(target, unit)}` },
  verdict: figure !== null && figure <= target ? 'met' : 'missed',
})

export const atLeast = (what: string, figure: number | null, target: number, unit = ''): TableRow => ({
  what,
  ...{ figure: shown(figure, unit), target: `at least ${shown(target, unit)}` },
  verdict: figure !== null && figure >= target ? 'met' : 'missed',
})

export const told = (what: string, figure: number | string | null, unit = ''): TableRow => ({
  what,
  figure: typeof figure === 'string' ? figure : shown(figure, unit),
  ...{ target: '', verdict: '' },
})

function shown(figure: number | null, unit: string): string {
  if (figure === null) return 'could not be read'
  const digits = Number.isInteger(figure) || Math.abs(figure) >= 100 ? 0 : Math.abs(figure) >= 10 ? 1 : 2
  const number = figure.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return unit === '' ? number : `${number} ${unit}`
}
