/** Many texts as one string, so that a search over all of them is one `indexOf`. No text may hold a line end. */
export interface TextArena {
  readonly joined: string
  /** Where each text begins; one more than there are texts. */
  readonly starts: Uint32Array
}

export function createArena(texts: readonly string[]): TextArena {
  const starts = new Uint32Array(texts.length + 1)
  let at = 0
  texts.forEach((text, index) => {
    starts[index] = at
    at += text.length + 1
  })
  starts[texts.length] = at
  return { joined: texts.map(text => text + '\n').join(''), starts }
}

/** The arena whose texts were joined so. */
export function arenaOf(joined: string): TextArena {
  let count = 0
  for (let end = joined.indexOf('\n'); end >= 0; end = joined.indexOf('\n', end + 1)) count++
  const starts = new Uint32Array(count + 1) // an array that grows would be ten times this size on its way
  for (let end = joined.indexOf('\n'), at = 1; at <= count; end = joined.indexOf('\n', end + 1)) starts[at++] = end + 1
  return { joined, starts }
}

export const textAt = ({ joined, starts }: TextArena, index: number): string =>
  joined.slice(starts[index], (starts[index + 1] as number) - 1)

export const allTexts = ({ joined }: TextArena): string[] => joined.split('\n').slice(0, -1)

/** Which text a place in `joined` belongs to. */
export function indexAt({ starts }: TextArena, place: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as number) <= place) low = middle
    else high = middle - 1
  }
  return low
}

/** Where a text stands among sorted ones: its index, or the index at which it would be inserted, and which of the two. */
export function findSorted(arena: TextArena, text: string): { readonly index: number; readonly isThere: boolean } {
  let low = 0
  let high = arena.starts.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (textAt(arena, middle) < text) low = middle + 1
    else high = middle
  }
  return { index: low, isThere: low < arena.starts.length - 1 && textAt(arena, low) === text }
}
