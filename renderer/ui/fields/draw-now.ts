import { flushSync } from 'react-dom'

/**
 * Makes a change and draws what follows from it before it answers: for a focus that goes to what is drawn. Moved a
 * moment later it would take away keys that were pressed meanwhile, or leave a list that was opened by them.
 */
export const drawNow = (change: () => void): void => flushSync(change)
