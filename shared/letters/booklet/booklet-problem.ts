import type { BookletElement } from '../../domain/booklets/booklet-elements'
import type { BookletKind } from '../../domain/booklets/booklet-facts'

/** Why a booklet was not made: it lacks something that the law asks for and nobody may make up. */
export interface BookletProblem {
  readonly kind: 'bookletElementMissing'
  readonly booklet: BookletKind
  readonly element: BookletElement
}
