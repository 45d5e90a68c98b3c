import type { Watch } from './ports'

/** The state as it is now, once. */
export const firstHeard = <T>(watch: Watch<T>): Promise<T> =>
  new Promise(resolve => {
    let stop: (() => void) | null = null
    let isHeard = false
    stop = watch(value => {
      isHeard = true
      stop?.()
      resolve(value)
    })
    if (isHeard) stop()
  })
