import { useEffect, type RefObject } from 'react'

/**
 * Keeps the chosen option of a list on screen, whenever another is chosen or the list is of something else. With the next
 * frame, which lays the page out anyway: asked at once, a page that has just been drawn is laid out within the same task.
 */
export function useChosenInView(list: RefObject<HTMLElement | null>, chosen: unknown, of?: unknown): void {
  useEffect(() => {
    const frame = requestAnimationFrame(() =>
      list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }),
    )
    return () => cancelAnimationFrame(frame)
  }, [list, chosen, of])
}
