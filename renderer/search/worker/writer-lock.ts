/** The part of `navigator.locks` that is used here. */
export type WriterLocks = Pick<LockManager, 'request'>

/**
 * Resolves once this window is the one that writes the index, and with how to stop being it. A window that is closed or
 * crashes stops being it by itself; the next one in the row then is.
 */
export function becomeWriter(locks: WriterLocks, database: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const held = () => new Promise<void>(release => resolve(release))
    locks.request(lockName(database), held).catch(reject)
  })
}

/** The same at once or not at all: null where another window writes, or where locks cannot be had. */
export function becomeWriterAtOnce(locks: WriterLocks, database: string): Promise<(() => void) | null> {
  return new Promise(resolve => {
    const held = (lock: Lock | null) => (lock ? new Promise<void>(release => resolve(release)) : resolve(null))
    locks.request(lockName(database), { ifAvailable: true }, held).catch(() => resolve(null))
  })
}

const lockName = (database: string): string => `search-writer/${database}`
