import { useEffect, useRef } from 'react'

/**
 * At the top of something that has taken the place of what had the focus: the keyboard goes on from here, and nobody who types
 * elsewhere is disturbed.
 */
export function FocusIfLost() {
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus()
  }, [])
  return <span ref={place} tabIndex={-1} className="media-here" />
}
