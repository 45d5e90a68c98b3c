import { useEffect, useRef, useState } from 'react'
import type { MediaExchange, ExportDone, ExportProgressNews } from '#shared/application/media/ports'
import { runExport, type WantedExport } from '#shared/application/media/run-export'
import type { Problem } from '#shared/contracts/problems'

export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: ExportProgressNews | null; readonly isCancelling: boolean }
  | { readonly kind: 'done'; readonly exportId: string; readonly done: ExportDone }
  | { readonly kind: 'failed'; readonly problem: Problem }

const askEveryMs = 500

/** One export at a time, with how far it is, from the first byte to the question whether the stick may be pulled. */
export function useExport(media: MediaExchange) {
  const [state, setState] = useState<ExportState>({ kind: 'idle' })
  const running = useRef<{ exportId: string | null; isCancelled: boolean } | null>(null)
  const isRunning = state.kind === 'running'
  useEffect(() => {
    if (!isRunning) return undefined
    const timer = setInterval(() => {
      const exportId = running.current?.exportId
      if (!exportId) return
      void media.progress(exportId).then(answer => {
        if (!answer.ok) return
        setState(now => (now.kind === 'running' ? { ...now, progress: answer.value } : now))
      })
    }, askEveryMs)
    return () => clearInterval(timer)
  }, [isRunning, media])

  const start = async (wanted: WantedExport): Promise<void> => {
    if (running.current) return
    const own = { exportId: null as string | null, isCancelled: false }
    running.current = own
    setState({ kind: 'running', progress: null, isCancelling: false })
    try {
      const onBegun = (exportId: string): void => void (own.exportId = exportId)
      const done = await runExport(media, wanted, { onBegun, isCancelled: () => own.isCancelled })
      setState(
        done.ok
          ? { kind: 'done', exportId: own.exportId ?? '', done: done.value }
          : { kind: 'failed', problem: done.problem },
      )
    } catch (bug) {
      setState({ kind: 'idle' })
      throw bug
    } finally {
      running.current = null
    }
  }
  const cancel = (): void => {
    const own = running.current
    if (!own) return
    own.isCancelled = true
    setState(now => (now.kind === 'running' ? { ...now, isCancelling: true } : now))
    if (own.exportId) void media.cancel(own.exportId)
  }
  return { state, start, cancel, forget: () => setState({ kind: 'idle' }) }
}
