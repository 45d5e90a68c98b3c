import { isBearable } from '#shared/contracts/facts'

interface ActWithFacts {
  readonly facts: readonly { readonly type: string; readonly open: unknown; readonly personal?: unknown }[]
}

/**
 * An act of another machine, as the folds may see it. This machine judged its own acts before it wrote them; another one's key may
 * be in other hands, its acts are taken because later ones build on them, and no fold was made for a number in the place of a name. What
 * has not the shape of its type is given as of a type that nobody knows: the record then says so, and everything else counts.
 */
export function bearable<A extends ActWithFacts>(act: A): A {
  if (act.facts.every(isBearable)) return act
  return { ...act, facts: act.facts.map(fact => (isBearable(fact) ? fact : { type: `${fact.type}?`, open: {} })) }
}
