/** The part of `navigator.locks` that is used here. */
export type WriterLocks = Pick<LockManager, 'request'>

/**
 * Resolves once this window is the one that writes the index, and with how to stop being it. A window that is closed or
 * crashes stops being it by itself; the next one in the row then is.
 */
export function becomeWriter(locks: WriterLocks, database: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const held = () => new Promise<void>(release => resolve(release))
    locks.request(`search-writer/${database}`, held).catch(reject)
  })
}
