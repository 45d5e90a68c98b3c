/** Less than 0 where `a` is the older one. Both are three plain numbers (`programVersion`). */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)]
  const differing = left.findIndex((number, place) => number !== right[place])
  return differing < 0 ? 0 : left[differing]! - right[differing]!
}

const numbersOf = (version: string): number[] => version.split('.').map(Number)
