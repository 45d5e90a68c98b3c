import { type Dictionary, findKey, findPrefix, findToken, frequencyOf } from '../segment/dictionary'
import { pairKey } from '../segment/term-keys'
import { type PairCoverage, pairCoverage } from './pair-coverage'
import type { Phrase, PhraseUnit } from './phrase'

/** One list of the index that a phrase is read from. */
export interface Element {
  readonly row: number
  /** The row after the last: only the beginning of a token has several. */
  readonly to: number
  readonly docFrequency: number
  /** Where it stands in the phrase, in steps of position. */
  readonly offset: number
  /** Kept by document only. */
  readonly isSingle: boolean
}

/**
 * The cheapest lists that together say all of a phrase, rarest first. Null where one of its parts is in no document
 * of the segment. Each unit must be covered: by its own token, or by one of its two pairs.
 */
export function coverPhrase({ units, isPrefix }: Phrase, dictionary: Dictionary): readonly Element[] | null {
  const found = units.map((unit, index) => elementsAt({ units, isPrefix, index, unit }, dictionary))
  if (found.some(({ own, pair }) => own === null || pair === null)) return null
  const chosen = new Set<Element>()
  const { cost, taken } = cheapest(units, found)
  for (let covered = cost.length - 1; covered > 0;) {
    const step = taken[covered] as Step
    if (step.element) chosen.add(step.element)
    covered = step.from
  }
  return [...chosen].sort((a, b) => a.docFrequency - b.docFrequency)
}

interface UnitElements {
  /** A token's own list, or that of a single character asked for; undefined where pairs cover it; null: it is nowhere. */
  readonly own: Element | null | undefined
  /** The pair that begins with it. */
  readonly pair: Element | null | undefined
  readonly pairCovers: PairCoverage
}

interface Step {
  readonly element: Element | null
  readonly from: number
}

/** Looking up a list costs about as much as reading so many documents of it. */
const lookUpCost = 200

/** Walks from the first unit to the last; cost[i] is that of having covered the first i units. */
function cheapest(units: readonly PhraseUnit[], found: readonly UnitElements[]): { cost: number[]; taken: Step[] } {
  const cost = [0]
  const taken: Step[] = [{ element: null, from: 0 }]
  units.forEach((_, index) => {
    const priced = stepsTo(found, index).map(step => ({ step, price: (cost[step.from] as number) + priceOf(step) }))
    const best = priced.reduce<(typeof priced)[number] | null>((a, b) => (a && a.price <= b.price ? a : b), null)
    cost.push(best?.price ?? Infinity)
    taken.push(best?.step ?? { element: null, from: index })
  })
  return { cost, taken }
}

/** The lists that cover a unit as the last one covered, and how many units must be covered before. */
function stepsTo(found: readonly UnitElements[], index: number): Step[] {
  const { own, pair, pairCovers } = found[index] as UnitElements
  const before = found[index - 1]
  const steps: Step[] = []
  if (own) steps.push({ element: own, from: index })
  if (pair && pairCovers === 'first') steps.push({ element: pair, from: index })
  if (!before?.pair || before.pairCovers === 'first') return steps
  steps.push({ element: before.pair, from: index })
  if (before.pairCovers === 'both') steps.push({ element: before.pair, from: index - 1 })
  return steps
}

const priceOf = ({ element }: Step): number => (element?.docFrequency ?? 0) + lookUpCost

interface Place {
  readonly units: readonly PhraseUnit[]
  readonly isPrefix: boolean
  readonly index: number
  readonly unit: PhraseUnit
}

function elementsAt({ units, isPrefix, index, unit }: Place, dictionary: Dictionary): UnitElements {
  const isLast = index === units.length - 1
  const element = (from: number, to = from + 1, isSingle = false) => elementOf({ from, to, isSingle, unit }, dictionary)
  const own = () => {
    if (unit.token === null) {
      return units.length === 1 ? element(findKey(dictionary, unit.code), undefined, true) : undefined
    }
    if (!isPrefix || !isLast) return element(findToken(dictionary, unit.token))
    const { from, to } = findPrefix(dictionary, unit.token)
    return element(from, to)
  }
  return {
    own: own(),
    pair: unit.partner === 0 ? undefined : element(findKey(dictionary, pairKey(unit.code, unit.partner))),
    pairCovers: pairCoverage(unit.code, unit.partner),
  }
}

function elementOf(
  { from, to, isSingle, unit }: { from: number; to: number; isSingle: boolean; unit: PhraseUnit },
  dictionary: Dictionary,
): Element | null {
  if (from < 0 || to <= from) return null
  return { row: from, to, docFrequency: frequencyOf(dictionary, from, to), offset: unit.offset, isSingle }
}
