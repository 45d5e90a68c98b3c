import type { SegmentEntry } from '../store/manifest'

/** Segments of about one size are merged when there are so many of them; each document is merged a few times at most. */
const sameSize = 8
/** More dead documents than this share, and the segment is written anew without them. */
const deadShare = 0.25
/** So many segments a search may have to look into when nothing else is going on. */
const fewSegments = 3

/**
 * Which segments to merge now, null where it is not worth it. `isIdle`: nobody is waiting, so that a longer merge for
 * the sake of quicker searches is welcome.
 */
export function chooseMerge(segments: readonly SegmentEntry[], isIdle: boolean): readonly SegmentEntry[] | null {
  const tiers = new Map<number, SegmentEntry[]>()
  for (const entry of segments) {
    const tier = Math.floor(Math.log(Math.max(1, living(entry))) / Math.log(sameSize))
    tiers.set(tier, [...(tiers.get(tier) ?? []), entry])
  }
  const [fullest] = [...tiers.entries()].sort(([a], [b]) => a - b).filter(([, own]) => own.length >= sameSize)
  if (fullest) return fullest[1]
  const wasteful = segments.filter(({ count, deleted }) => (deleted?.count ?? 0) > count * deadShare)
  if (wasteful.length > 0) return wasteful
  return isIdle ? smallOnes(segments) : null
}

/**
 * The smallest segments, so many that few are left; fewer of them where the largest would be copied for the sake of next
 * to nothing. A segment of thousands is not written anew for each document that is saved.
 */
function smallOnes(segments: readonly SegmentEntry[]): readonly SegmentEntry[] | null {
  const bySize = [...segments].sort((a, b) => living(a) - living(b))
  for (let most = bySize.length - fewSegments + 1; most > 1; most--) {
    const rest = bySize.slice(0, most - 1).reduce((sum, entry) => sum + living(entry), 0)
    if (living(bySize[most - 1] as SegmentEntry) <= rest * sameSize) return bySize.slice(0, most)
  }
  return null
}

const living = ({ count, deleted }: SegmentEntry): number => count - (deleted?.count ?? 0)
