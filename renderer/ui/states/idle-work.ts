/**
 * Does the work for each item while the window idles, a few milliseconds at once, so that nothing that is typed or
 * drawn waits for it; `done` when all of them are. Answers how to call it off.
 */
export function idleWork<Item>(items: readonly Item[], work: (item: Item) => void, done?: () => void): () => void {
  let at = 0
  const go = (deadline: IdleDeadline): void => {
    const until = performance.now() + leastMs // a window that is always busy gets on too
    const mayGoOn = (): boolean => deadline.timeRemaining() > 1 || performance.now() < until
    while (at < items.length && mayGoOn()) work(items[at++]!)
    if (at < items.length) waiting = requestIdleCallback(go, soon)
    else done?.()
  }
  let waiting = requestIdleCallback(go, soon)
  return () => cancelIdleCallback(waiting)
}

const leastMs = 4
const soon = { timeout: 200 } as const
