import { PositionsReader, type Postings } from '../segment/postings'

/** For each candidate the places where a phrase may begin, one candidate after another. */
export interface Places {
  readonly values: Int32Array
  /** By candidate: where its places begin in `values`. One more than there are candidates. */
  readonly starts: Uint32Array
}

/** Reads a row's positions for those of its documents that are candidates, moved back by the row's offset. */
export function readPlaces(
  bytes: Uint8Array,
  { docs, counts }: Postings,
  { candidates, offset }: { readonly candidates: Uint32Array; readonly offset: number },
): Places {
  const numbers = new PositionsReader(bytes)
  const starts = new Uint32Array(candidates.length + 1)
  let values = new Int32Array(candidates.length * 2 + 16)
  let length = 0
  let candidate = 0
  for (let i = 0; i < docs.length && candidate < candidates.length; i++) {
    const count = counts[i] as number
    while (candidate < candidates.length && (candidates[candidate] as number) < (docs[i] as number)) {
      starts[++candidate] = length // it is not in this row at all
    }
    if (candidates[candidate] !== docs[i]) {
      numbers.skip(count)
      continue
    }
    if (length + count > values.length) values = grown(values, length + count)
    for (let left = count, place = -offset; left > 0; left--) values[length++] = place += numbers.next()
    starts[++candidate] = length
  }
  starts.fill(length, candidate + 1)
  return { values, starts }
}

/** The places that both have. */
export function meet(a: Places, b: Places): Places {
  const values = new Int32Array(Math.min(a.values.length, b.values.length))
  const starts = new Uint32Array(a.starts.length)
  let length = 0
  for (let candidate = 0; candidate + 1 < starts.length; candidate++) {
    let other = b.starts[candidate] as number
    const [end, otherEnd] = [a.starts[candidate + 1] as number, b.starts[candidate + 1] as number]
    for (let i = a.starts[candidate] as number; i < end; i++) {
      const place = a.values[i] as number
      while (other < otherEnd && (b.values[other] as number) < place) other++
      if (other < otherEnd && b.values[other] === place) values[length++] = place
    }
    starts[candidate + 1] = length
  }
  return { values, starts }
}

/** The places of many rows together: those of a token of which only the beginning was typed. */
export function gather(rows: Iterable<Places>, candidates: number): Places {
  const found: { candidate: number; place: number }[] = []
  for (const row of rows) {
    if (!row.starts[candidates]) continue // most rows have none of the candidates
    for (let candidate = 0; candidate < candidates; candidate++) {
      for (const place of slice(row, candidate)) found.push({ candidate, place })
    }
  }
  found.sort((a, b) => a.candidate - b.candidate || a.place - b.place)
  const starts = new Uint32Array(candidates + 1)
  for (const { candidate } of found) starts[candidate + 1] = (starts[candidate + 1] as number) + 1
  for (let i = 0; i < candidates; i++) starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number)
  return { values: Int32Array.from(found, ({ place }) => place), starts }
}

/** Candidates that have a place left, and how many. */
export function withPlaces(candidates: Uint32Array, { starts }: Places): Postings {
  const docs = new Uint32Array(candidates.length)
  const counts = new Uint32Array(candidates.length)
  let found = 0
  for (let i = 0; i < candidates.length; i++) {
    const count = (starts[i + 1] as number) - (starts[i] as number)
    if (count === 0) continue
    docs[found] = candidates[i] as number
    counts[found++] = count
  }
  return { docs: docs.subarray(0, found), counts: counts.subarray(0, found) }
}

const slice = ({ values, starts }: Places, candidate: number): Int32Array =>
  values.subarray(starts[candidate], starts[candidate + 1])

function grown(values: Int32Array, needed: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(needed * 2)
  larger.set(values)
  return larger
}
