import { useEffect } from 'react'
import type { MediaExchange, ExportDone, ExportProgressNews } from '#shared/application/media/ports'
import { runExport, type WantedExport } from '#shared/application/media/run-export'
import type { Problem } from '#shared/contracts/problems'
import { useKeptState } from '../../ui/states/use-kept-state'

export type ExportState =
  | { readonly kind: 'idle' }
  | ExportRunning
  | { readonly kind: 'done'; readonly exportId: string; readonly done: ExportDone }
  | { readonly kind: 'failed'; readonly problem: Problem }

export interface ExportRunning {
  readonly kind: 'running'
  /** Null until it is begun on the medium. */
  readonly exportId: string | null
  readonly progress: ExportProgressNews | null
  readonly isCancelling: boolean
  readonly stop: AbortController
}

const askEveryMs = 500
const idle: ExportState = { kind: 'idle' }

/** Only while it runs. */
const running =
  (change: Partial<ExportRunning>) =>
  (now: ExportState): ExportState =>
    now.kind === 'running' ? { ...now, ...change } : now

/**
 * One export at a time, with how far it is, from the first byte to the question whether the stick may be pulled. Goes on while
 * its page is left, and is there again on the way back; `me` is whose it is.
 */
export function useExport(media: MediaExchange, me: object) {
  const [state, setState] = useKeptState<ExportState>(me, 'export', idle)
  const exportId = state.kind === 'running' ? state.exportId : null
  useEffect(() => {
    if (exportId === null) return undefined
    const timer = setInterval(() => {
      void media.progress(exportId).then(answer => answer.ok && setState(running({ progress: answer.value })))
    }, askEveryMs)
    return () => clearInterval(timer)
  }, [exportId, media, setState])

  const start = async (wanted: WantedExport): Promise<void> => {
    const stop = new AbortController()
    const first: ExportRunning = { kind: 'running', exportId: null, progress: null, isCancelling: false, stop }
    let isMine = false
    setState(now => (now.kind === 'running' ? now : ((isMine = true), first)))
    if (!isMine) return
    let begun = ''
    const onBegun = (id: string): void => {
      begun = id
      setState(running({ exportId: id }))
    }
    try {
      const done = await runExport(media, wanted, { onBegun, isCancelled: () => stop.signal.aborted })
      setState(
        done.ok ? { kind: 'done', exportId: begun, done: done.value } : { kind: 'failed', problem: done.problem },
      )
    } catch (bug) {
      setState(idle)
      throw bug
    }
  }
  const cancel = (): void => {
    if (state.kind !== 'running') return
    state.stop.abort()
    setState(running({ isCancelling: true }))
    if (state.exportId) void media.cancel(state.exportId)
  }
  return { state, start, cancel, forget: () => setState(idle) }
}
