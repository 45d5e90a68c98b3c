import type { Deck } from '../deck'
import { walkConsole } from './console'
import { walkConflicts } from './conflicts'
import { walkDoor } from './door'
import { walkKiosk } from './kiosk'
import type { WindowCheck } from './window-check'

/** What is beside the pages of the desk, by the names of the command line; each in a new, empty folder. */
export const windows: Readonly<Record<string, (userData: string, deck: Deck) => Promise<WindowCheck>>> = {
  kiosk: walkKiosk,
  conflicts: walkConflicts,
  door: walkDoor,
  console: walkConsole,
}
