import type { KeyboardEvent } from 'react'

/** Enter alone, while no input method is composing: with Ctrl it is the act of the page, which would be done twice. */
export const isPlainEnter = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' && !event.ctrlKey && !event.altKey && !event.metaKey && !event.nativeEvent.isComposing
