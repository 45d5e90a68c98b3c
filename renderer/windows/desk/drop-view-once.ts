import type { ProjectorFailure } from '../../data/projector/projector-messages'

export interface AfterFailure {
  /** Takes the window's databases away. */
  readonly dropView: () => Promise<unknown>
  readonly again: () => void
  readonly show: (failure: ProjectorFailure) => void
}

/**
 * What becomes of a desk that does not open. Where Chromium cannot open its databases it would not at the next start either, and
 * they hold nothing that is not in the journal: they go, and the view is built again. Once: what cannot be opened when it was
 * made anew is another fault, and is shown.
 */
export function dropViewOnce(): (failure: ProjectorFailure, after: AfterFailure) => void {
  let isDropped = false
  return (failure, { dropView, again, show }) => {
    const isUnreadable = failure.why === 'storage' && failure.errorName === 'UnknownError'
    if (!isUnreadable || isDropped) return show(failure)
    isDropped = true
    void dropView()
      .catch(() => undefined) // then the next attempt says what is wrong
      .then(again)
  }
}
