import { createContext } from 'react'

/** Opens the guide at the screen where one is; null where the window has no guide. */
export const HelpContext = createContext<(() => void) | null>(null)
