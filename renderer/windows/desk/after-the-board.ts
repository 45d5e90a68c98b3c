import type { RequestBook } from '#shared/application/ports'

/**
 * Does the work once the open requests are there, the board is drawn and the window idles: what is got ready for later
 * must not keep the first board waiting. Answers how to call it off.
 */
export function afterTheBoard({ watchOpen }: Pick<RequestBook, 'watchOpen'>, work: () => void): () => void {
  let callOff = (): void => undefined
  let isWaiting = false
  const unwatch = watchOpen(() => {
    if (isWaiting) return
    isWaiting = true
    // The rows are here and not yet on screen: the window idles a moment before it draws them.
    callOff = afterDrawing(() => {
      const waiting = requestIdleCallback(() => {
        unwatch()
        work()
      }, soon)
      callOff = () => cancelIdleCallback(waiting)
    })
  })
  return () => {
    unwatch()
    callOff()
  }
}

/** After the frame after the next one: what is under way now is drawn by then. */
function afterDrawing(next: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(next)
  })
  return () => cancelAnimationFrame(frame)
}

/** A window that never idles gets on too. */
const soon = { timeout: 1_000 } as const
