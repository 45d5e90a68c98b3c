/** Sets of document numbers as ascending arrays. */

export function intersect(a: Uint32Array, b: Uint32Array): Uint32Array {
  const [small, large] = a.length <= b.length ? [a, b] : [b, a]
  const both = new Uint32Array(small.length)
  let count = 0
  let from = 0
  for (const doc of small) {
    from = seek(large, doc, from)
    if (from === large.length) break
    if (large[from] === doc) both[count++] = doc
  }
  return both.subarray(0, count)
}

export function unite(a: Uint32Array, b: Uint32Array): Uint32Array {
  const all = new Uint32Array(a.length + b.length)
  let count = 0
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const [x = Infinity, y = Infinity] = [a[i], b[j]]
    all[count++] = Math.min(x, y)
    if (x <= y) i++
    if (y <= x) j++
  }
  return all.subarray(0, count)
}

export function without(a: Uint32Array, b: Uint32Array): Uint32Array {
  let from = 0
  return a.filter(doc => {
    from = seek(b, doc, from)
    return b[from] !== doc
  })
}

/** The first index at or after `from` whose document is not below `doc`; strides grow, so far jumps are cheap. */
export function seek(docs: Uint32Array, doc: number, from: number): number {
  let low = from
  let stride = 1
  while (low + stride < docs.length && (docs[low + stride] as number) < doc) {
    low += stride
    stride *= 2
  }
  let high = Math.min(low + stride, docs.length)
  while (low < high) {
    const middle = (low + high) >> 1
    if ((docs[middle] as number) < doc) low = middle + 1
    else high = middle
  }
  return low
}

export function hasAny(a: Uint32Array, b: Uint32Array): boolean {
  const [small, large] = a.length <= b.length ? [a, b] : [b, a]
  let from = 0
  return small.some(doc => {
    from = seek(large, doc, from)
    return large[from] === doc
  })
}

/** Every document of a segment. */
export const everyDoc = (count: number): Uint32Array => Uint32Array.from({ length: count }, (_, doc) => doc)
