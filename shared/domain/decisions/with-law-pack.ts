import { addDays, isCountable } from '../calendar/civil-date'
import type { LawPack } from './law-pack'

/**
 * The packs with one more: earlier ones end on the day before it begins, later ones begin after it ends, and one that it
 * covers whole is gone. The result overlaps nowhere, in order of time.
 */
export function withLawPack(packs: readonly LawPack[], pack: LawPack): readonly LawPack[] {
  const left = packs.flatMap(one => partsOutside(one, pack))
  return [...left, pack].sort((one, other) => (one.effectiveFrom < other.effectiveFrom ? -1 : 1))
}

function partsOutside(one: LawPack, { effectiveFrom, effectiveTo }: LawPack): readonly LawPack[] {
  const isApart =
    (one.effectiveTo !== null && one.effectiveTo < effectiveFrom) ||
    (effectiveTo !== null && one.effectiveFrom > effectiveTo)
  if (isApart) return [one]
  const before = one.effectiveFrom < effectiveFrom ? [{ ...one, effectiveTo: addDays(effectiveFrom, -1) }] : []
  const isLonger =
    effectiveTo !== null && isCountable(effectiveTo) && (one.effectiveTo === null || one.effectiveTo > effectiveTo)
  return [...before, ...(isLonger ? [{ ...one, effectiveFrom: addDays(effectiveTo, 1) }] : [])]
}
