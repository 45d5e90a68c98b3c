import type { ProjectorNews, ProjectorOrder } from './projector-messages'

/**
 * A projector's worker that is started while the window still reads its own code: by the time there is a desk, the
 * view is open and up to date. What it says meanwhile is kept for the desk.
 */
export interface EarlyWorker {
  /** Finds the view and brings it up to date. Once, and only where somebody is signed in. */
  open(rowsKey: Uint8Array): void
  /**
   * Gives the worker away, once. Null where it broke, was taken before, or was opened with another key; then it is ended.
   */
  take(rowsKey: Uint8Array): TakenWorker | null
}

export interface TakenWorker {
  readonly worker: Worker
  readonly isOpen: boolean
  /** What it said before it was taken, oldest first. */
  readonly heard: readonly ProjectorNews[]
}

export function earlyWorker(worker: Worker, actsUrl: string): EarlyWorker {
  const heard: ProjectorNews[] = []
  let openedWith: Uint8Array | null = null
  let isGone = false
  const end = (): void => {
    isGone = true
    worker.terminate()
  }
  worker.onmessage = ({ data }: MessageEvent<ProjectorNews>) => void heard.push(data)
  worker.onerror = end
  return {
    open(rowsKey) {
      if (isGone || openedWith) return
      openedWith = rowsKey
      worker.postMessage({ kind: 'open', rowsKey, actsUrl } satisfies ProjectorOrder)
    },
    take(rowsKey) {
      if (isGone) return null
      if (openedWith && !isSame(openedWith, rowsKey)) {
        end()
        return null
      }
      isGone = true
      return { worker, isOpen: openedWith !== null, heard }
    },
  }
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at])
