/** What was opened for this work is closed where the work cannot begin: nobody else knows of it. */
export function orClosed<T>(close: () => void, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    close()
    throw cause
  }
}
