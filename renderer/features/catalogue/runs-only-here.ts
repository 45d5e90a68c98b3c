/** A stretch of a text: all of it also in the other, or none. */
export interface TextRun {
  readonly text: string
  readonly isOnlyHere: boolean
}

/**
 * A text in stretches, by whether the other one says the same: clause by clause, each as often as it stands there, wherever it
 * stands. Blanks tell nothing apart. The stretches put together are the text.
 */
export function runsOnlyHere(text: string, other: string): readonly TextRun[] {
  const there = counted(clausesOf(other))
  const runs: { text: string; isOnlyHere: boolean }[] = []
  for (const clause of clausesOf(text)) {
    const last = runs.at(-1)
    const isOnlyHere = !taken(there, clause)
    if (last && (last.isOnlyHere === isOnlyHere || isBlank(clause))) last.text += clause
    else runs.push({ text: clause, isOnlyHere: isOnlyHere && !isBlank(clause) })
  }
  return runs
}

/** Of these the first `most` characters; the last stretch may be cut, never between the halves of a character. */
export function firstRuns(runs: readonly TextRun[], most: number): readonly TextRun[] {
  const shown: TextRun[] = []
  let left = most
  for (const run of runs) {
    if (left <= 0) break
    const text = run.text.length <= left ? run.text : run.text.slice(0, left).replace(/[\uD800-\uDBFF]$/, '')
    shown.push({ ...run, text })
    left -= run.text.length
  }
  return shown
}

/** Each with the sign that ends it. */
const clausesOf = (text: string): readonly string[] => text.match(/[^\n。；;]*[\n。；;]|[^\n。；;]+$/g) ?? []

const keyOf = (clause: string): string => clause.replace(/\s+/gu, '')
const isBlank = (clause: string): boolean => keyOf(clause) === ''

function counted(clauses: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const clause of clauses) counts.set(keyOf(clause), (counts.get(keyOf(clause)) ?? 0) + 1)
  return counts
}

function taken(counts: Map<string, number>, clause: string): boolean {
  const left = counts.get(keyOf(clause)) ?? 0
  if (left > 0) counts.set(keyOf(clause), left - 1)
  return left > 0
}
