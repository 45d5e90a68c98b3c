import fs from 'node:fs'

const steps = [
  'mkdirSync',
  'openSync',
  'writeSync',
  'fdatasyncSync',
  'fsyncSync',
  'closeSync',
  'ftruncateSync',
  'renameSync',
  'rmSync',
] as const

export interface DiskSteps {
  /** Steps since the last call. */
  takeCount(): number
  /** kill -9 of this process right after so many steps more. */
  killAfter(count: number): void
}

/** What streams are made of. */
const streamSteps = ['open', 'write', 'writev', 'close'] as const

/**
 * Watches what the product does to the disk: it calls node:fs by its default export, so the functions can be wrapped.
 * `streams`: the steps of files that are copied piece by piece, too.
 */
export function watchDiskSteps({ streams = false } = {}): DiskSteps {
  let count = 0
  let left = Infinity
  const counted = (): void => {
    count++
    if (--left <= 0) process.kill(process.pid, 'SIGKILL')
  }
  for (const name of streams ? streamSteps : []) {
    const real = fs[name] as unknown as (...args: unknown[]) => unknown // by name: each has other arguments
    const watched = (...args: unknown[]): unknown => {
      const answer = args.at(-1) as (...told: unknown[]) => unknown
      return real(...args.slice(0, -1), (...told: unknown[]) => (counted(), answer(...told)))
    }
    Object.assign(fs, { [name]: watched })
  }
  for (const name of steps) {
    const real = fs[name] as (...args: unknown[]) => unknown
    const watched = (...args: unknown[]): unknown => {
      const answer = real(...args)
      if (name === 'writeSync' && args[0] === 1) return answer // our own words to the harness
      counted()
      return answer
    }
    Object.assign(fs, { [name]: watched })
  }
  return {
    takeCount: () => {
      const taken = count
      count = 0
      return taken
    },
    killAfter: more => {
      left = more
    },
  }
}
