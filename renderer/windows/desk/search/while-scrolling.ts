/** Calls `tell` while anything in this window is scrolled, at most every `every` ms. Answers how to stop it. */
export function whileScrolling(tell: () => void, every = 100): () => void {
  let toldAt = -Infinity
  const onScroll = ({ timeStamp }: Event): void => {
    if (timeStamp - toldAt < every) return
    toldAt = timeStamp
    tell()
  }
  // Captured: a scroll event of a sheet inside the page does not bubble.
  document.addEventListener('scroll', onScroll, { capture: true, passive: true })
  return () => document.removeEventListener('scroll', onScroll, { capture: true })
}
