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

/** Watches what the product does to the disk: it calls node:fs by its default export, so the functions can be wrapped. */
export function watchDiskSteps(): DiskSteps {
  let count = 0
  let left = Infinity
  for (const name of steps) {
    const real = fs[name] as (...args: unknown[]) => unknown
    const watched = (...args: unknown[]): unknown => {
      const answer = real(...args)
      if (name === 'writeSync' && args[0] === 1) return answer // our own words to the harness
      count++
      if (--left <= 0) process.kill(process.pid, 'SIGKILL')
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
