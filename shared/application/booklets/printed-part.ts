import type { PageRange } from '../../domain/booklets/booklet-facts'

/** Pages of a part as somebody types them. */
export interface TypedPart {
  readonly from: string
  readonly to: string
}

/** The part that is printed first: all where that is not too much. Odd to even, so that sheets of two sides are whole. */
export const firstPart = (pages: number, most: number): TypedPart => typed({ from: 1, to: Math.min(pages, most) })

/** The part that follows, or the same where it was the last. */
export function nextPart(after: PageRange, pages: number, most: number): TypedPart {
  if (after.to >= pages) return typed(after)
  return typed({ from: after.to + 1, to: Math.min(pages, after.to + most) })
}

/** Null where these are no pages of it, or too many for one time. Full-width digits count. */
export function readPart(part: TypedPart, pages: number, most: number): PageRange | null {
  const [from, to] = [part.from, part.to].map(text => Number(text.normalize('NFKC').trim()))
  if (!Number.isInteger(from) || !Number.isInteger(to)) return null
  const isWithin = from! >= 1 && to! >= from! && to! <= pages && to! - from! < most
  return isWithin ? { from: from!, to: to! } : null
}

const typed = ({ from, to }: PageRange): TypedPart => ({ from: String(from), to: String(to) })
