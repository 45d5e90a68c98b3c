/**
 * So many acts are read or verified in one turn of the event loop (some 200 µs each), however many go in one request: a clerk
 * who saves meanwhile does not notice.
 */
export const actsInTurn = 100

/** Lets whatever else main has to do go first. */
export const nextTurn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))
