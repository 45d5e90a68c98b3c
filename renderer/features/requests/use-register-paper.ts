import { useEffect, useRef, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { RegisterPaper, RegisterPaperOrder, RunProgress } from '#shared/application/registers/register-paper'
import type { Problem } from '#shared/contracts/problems'
import type { Result } from '#shared/kernel/result'
import { makePaper, type MadePaper } from '../../case-parts/paper-stage'
import { useRunning } from '../../ui/states/use-running'

export type PrintState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'working'; readonly progress: RunProgress; readonly before: ReadyState | null }
  | { readonly kind: 'stopped' }
  | ReadyState

export interface ReadyState {
  readonly kind: 'made'
  readonly made: MadePaper<RegisterPaper>
  readonly out: 'printed' | 'saved' | 'cancelled' | null
}

export interface RegisterPaperRun {
  readonly state: PrintState
  readonly problem: Problem | null
  readonly compose: (order: RegisterPaperOrder) => void
  readonly produce: (how: 'print' | 'save') => void
  /** Ends what is under way; nothing goes out. */
  readonly stop: () => void
}

const previewWidth = 1_400

/** One register on its way to paper; whatever is under way ends with the dialog. */
export function useRegisterPaper({ papers }: Desk['registers']): RegisterPaperRun {
  const [state, setState] = useState<PrintState>({ kind: 'asking' })
  const stopper = useRef<AbortController | null>(null)
  const { problem, run } = useRunning<Problem>()
  useEffect(() => () => stopper.current?.abort(), [])

  /** Progress is drawn for as long as this is the work of the moment. */
  const begin = (step: RunProgress['step'], before: ReadyState | null) => {
    stopper.current?.abort()
    const { signal } = (stopper.current = new AbortController())
    const onProgress = (progress: RunProgress): void =>
      signal.aborted ? undefined : setState({ kind: 'working', progress, before })
    onProgress({ step, done: 0, of: before?.made.kind === 'ready' ? before.made.paper.pages : 0 })
    return { signal, onProgress }
  }
  const compose = async (order: RegisterPaperOrder): Promise<void> => {
    const work = begin('rows', null)
    const composed = await papers.compose(order, work)
    if (work.signal.aborted || (composed.ok && composed.value === 'stopped')) return
    const paper = composed as Result<RegisterPaper, never> // what was stopped went its way above
    const made = await makePaper(Promise.resolve(paper), drawn => papers.firstPages(drawn, previewWidth))
    if (!work.signal.aborted) setState({ kind: 'made', made, out: null })
  }
  const produce = async (how: 'print' | 'save'): Promise<void> => {
    if (state.kind !== 'made' || state.made.kind !== 'ready') return
    const { paper } = state.made
    const work = how === 'print' ? begin('pages', state) : null
    const answer = await run<'printed' | 'saved' | 'cancelled' | 'stopped'>(() =>
      work ? papers.print(paper, work) : papers.save(paper),
    )
    if (work?.signal.aborted) return
    setState({ ...state, out: answer === 'stopped' ? null : (answer ?? null) })
  }
  const stop = (): void => {
    stopper.current?.abort()
    setState(state.kind === 'working' && state.before ? state.before : { kind: 'stopped' })
  }
  return { state, problem, compose: order => void compose(order), produce: how => void produce(how), stop }
}
