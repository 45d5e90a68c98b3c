/** A document that answers, and how well. */
export interface Hit {
  readonly id: string
  readonly score: number
  /** Day number, null where unknown. */
  readonly day: number | null
}

export type HitOrder = 'relevance' | 'newest'

/** The best `most` hits, best first. Equal ones by day and then by id, so that the answer never flickers. */
export class TopHits {
  private readonly kept: Hit[] = []

  constructor(
    private readonly most: number,
    readonly order: HitOrder,
  ) {}

  /** Whether a hit so good could be among them; spares making it. */
  mayKeep(score: number, day: number | null): boolean {
    const last = this.kept[this.most - 1]
    if (!last) return this.most > 0
    return this.order === 'relevance' ? score >= last.score : orderOfDay(day) >= orderOfDay(last.day)
  }

  add(hit: Hit): void {
    let at = this.kept.length
    while (at > 0 && this.isBetter(hit, this.kept[at - 1] as Hit)) at--
    if (at >= this.most) return
    this.kept.splice(at, 0, hit)
    if (this.kept.length > this.most) this.kept.pop()
  }

  best(): readonly Hit[] {
    return this.kept
  }

  private isBetter(a: Hit, b: Hit): boolean {
    const byScore = a.score - b.score
    const byDay = orderOfDay(a.day) - orderOfDay(b.day)
    const [first, second] = this.order === 'relevance' ? [byScore, byDay] : [byDay, byScore]
    if (first !== 0) return first > 0
    return second === 0 ? a.id < b.id : second > 0
  }
}

const orderOfDay = (day: number | null): number => day ?? -Infinity
