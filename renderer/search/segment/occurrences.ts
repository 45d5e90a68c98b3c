/** What was met while reading documents one after another: a term, and where. */
export interface Occurrences {
  terms: Uint32Array
  positions: Uint32Array
  count: number
}

export interface SortedOccurrences {
  /** Numbers of terms in the order of the dictionary: keys by number, then tokens by their letters. */
  readonly order: Uint32Array
  readonly keyCount: number
  /** By number of term: where its occurrences begin. One more than there are terms. */
  readonly starts: Uint32Array
  readonly docs: Uint32Array
  readonly positions: Uint32Array
}

/** Sorts by term and leaves the order within a term, in linear time. */
export function sortOccurrences(
  terms: readonly (number | string)[],
  { occurrences, docEnds }: { readonly occurrences: Occurrences; readonly docEnds: Uint32Array },
): SortedOccurrences {
  const starts = new Uint32Array(terms.length + 1)
  for (let i = 0; i < occurrences.count; i++) {
    const after = (occurrences.terms[i] as number) + 1
    starts[after] = (starts[after] as number) + 1
  }
  for (let term = 0; term < terms.length; term++)
    starts[term + 1] = (starts[term + 1] as number) + (starts[term] as number)
  const next = starts.slice()
  const docs = new Uint32Array(occurrences.count)
  const positions = new Uint32Array(occurrences.count)
  let at = 0
  docEnds.forEach((end, doc) => {
    for (; at < end; at++) {
      const term = occurrences.terms[at] as number
      const place = next[term] as number
      next[term] = place + 1
      docs[place] = doc
      positions[place] = occurrences.positions[at] as number
    }
  })
  return { ...orderOf(terms), starts, docs, positions }
}

/** Keys are below 2^32 and terms below 2^21, so both fit into one double and sort without a comparison function. */
function orderOf(terms: readonly (number | string)[]): { order: Uint32Array; keyCount: number } {
  const keyed: number[] = []
  const tokens: number[] = []
  terms.forEach((term, number) => {
    if (typeof term === 'number') keyed.push(term * room + number)
    else tokens.push(number)
  })
  if (terms.length > room) throw new Error('a batch has too many terms')
  const order = new Uint32Array(terms.length)
  Float64Array.from(keyed)
    .sort()
    .forEach((both, row) => (order[row] = both % room))
  tokens.sort((a, b) => ((terms[a] as string) < (terms[b] as string) ? -1 : 1))
  order.set(tokens, keyed.length)
  return { order, keyCount: keyed.length }
}

const room = 2 ** 21
