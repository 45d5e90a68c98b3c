import type { RequestBook } from '#shared/application/ports'

/**
 * Does the work once the open requests are there and the window idles after drawing them: what is got ready for later
 * must not keep the first board waiting. Answers how to call it off.
 */
export function afterTheBoard({ watchOpen }: Pick<RequestBook, 'watchOpen'>, work: () => void): () => void {
  let waiting: number | undefined
  const unwatch = watchOpen(() => {
    waiting ??= requestIdleCallback(() => {
      unwatch()
      work()
    }, soon)
  })
  return () => {
    unwatch()
    if (waiting !== undefined) cancelIdleCallback(waiting)
  }
}

/** A window that never idles gets on too. */
const soon = { timeout: 1_000 } as const
