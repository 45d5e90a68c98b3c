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
