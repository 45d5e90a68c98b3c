/** A figure beside its target, and whether it was met: `1.3 (target at most 1.5: met)`. */
export function verdict(figure: number, target: number, bound: 'most' | 'least'): string {
  const isMet = bound === 'most' ? figure <= target : figure >= target
  const shown = Math.abs(figure) >= 100 ? figure.toFixed(0) : figure.toFixed(2)
  return `${shown} (target at ${bound} ${target}: ${isMet ? 'met' : 'NOT MET'})`
}
