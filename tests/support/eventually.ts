import { vi } from 'vitest'

/** Until what is looked for is there. Vitest gives up after a second, which a busy machine needs for one flush to the disk. */
export const eventually = <T>(look: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(look, { timeout: 15_000, interval: 20 })
