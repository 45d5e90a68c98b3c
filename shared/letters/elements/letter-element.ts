import type { ElementId } from '../elements'

/** One thing that a letter must say (reference 7.1, 7.2, 3.3); `M` is as much of a model as it looks at. */
export interface LetterElement<M> {
  readonly id: ElementId
  /** What the model gives for it. Missing where nothing is given, or any part is blank. */
  readonly given: (model: M) => readonly (string | null | undefined)[]
}

export const element = <M>(id: ElementId, given: LetterElement<M>['given']): LetterElement<M> => ({ id, given })
