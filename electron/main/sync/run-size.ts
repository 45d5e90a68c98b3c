import { ok, type Result } from '#shared/kernel/result'
import { mostSegmentActs } from '#shared/ledger/exchange/segment'
import type { LinkProblem } from './headquarters-link'
import { PieceSize, type SizeBounds } from './piece-size'

/**
 * Acts of one call. Down to a single one, which then has the longest time that a call is given (`http-link.ts`): the largest there is,
 * a sealed text of 1.2 MB, gets through from 4½ KiB a second on, half a megabyte from 2 KiB. Where it does not, what lies before
 * it has gone, the trouble is told as `away`, and a stick brings the rest.
 */
const acts: SizeBounds = { first: mostSegmentActs, least: 1, largest: mostSegmentActs, goalMs: 10_000 }

/** How many acts go, or come, in one call: what the line was good for. */
export class RunSize {
  readonly #size = new PieceSize(acts)

  /** `elapsed`: milliseconds that never go back. */
  constructor(private readonly elapsed: () => number = () => performance.now()) {}

  of(most: number): number {
    return this.#size.of(most)
  }

  /** Less than one cannot be asked for. */
  get isLeast(): boolean {
    return this.#size.isLeast
  }

  /** Learns from an answer that came; from none only by `lost`. `through`: acts that it was about. */
  async heard<T>(
    asked: number,
    answer: Promise<Result<T, LinkProblem>>,
    through: (value: T) => number,
  ): Promise<Result<T, LinkProblem>> {
    const begunAt = this.elapsed()
    const heard = await answer
    if (!heard.ok) return heard
    this.#size.took({ asked, through: through(heard.value), ms: this.elapsed() - begunAt })
    return ok(heard.value)
  }

  /** So many acts did not get through, or their answer did not. That headquarters wants a moment is no news of the line. */
  failed(count: number, { kind }: LinkProblem): void {
    if (kind === 'away') this.#size.lost(count)
  }
}
