import { useEffect, useRef, useState } from 'react'
import type { BookletPaper, BookletRefusal, BookletRun, Booklets } from '#shared/application/booklets/booklets'
import { firstPart, nextPart, readPart, type TypedPart } from '#shared/application/booklets/printed-part'
import type { Problem } from '#shared/contracts/problems'
import { mostPrintedPages } from '#shared/contracts/register-file'
import type { AgencyId } from '#shared/domain/agencies/office-facts'
import type { BookletKind, PageRange } from '#shared/domain/booklets/booklet-facts'
import { useRunning } from '../../ui/states/use-running'

/** Pages seen side by side in the dialog. */
export const pagesShown = 4

export interface MadeState {
  readonly kind: 'made'
  readonly paper: BookletPaper
  /** First of the pages that are shown, from 1. */
  readonly from: number
  readonly images: readonly Uint8Array[]
  /** What is printed next, as it is typed. */
  readonly part: TypedPart
  /** The pages that were printed last. */
  readonly printed: PageRange | null
  readonly out: 'printed' | 'saved' | 'cancelled' | 'stopped' | null
}

export type BookletState =
  | { readonly kind: 'working'; readonly done: number; readonly of: number; readonly before: MadeState | null }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'refused'; readonly problem: BookletRefusal }
  | MadeState

export interface BookletMaking {
  readonly state: BookletState
  readonly problem: Problem | null
  readonly produce: (how: 'print' | 'save') => void
  readonly turn: (by: number) => void
  readonly choosePart: (part: TypedPart) => void
  /** Ends what is under way; nothing goes out. */
  readonly stop: () => void
}

/** One booklet on its way to paper, made as soon as the dialog opens; whatever is under way ends with it. */
export function useBooklet(booklets: Booklets, kind: BookletKind, agencyId: AgencyId): BookletMaking {
  const [state, setState] = useState<BookletState>({ kind: 'working', done: 0, of: 0, before: null })
  const stopper = useRef<AbortController | null>(null)
  const { problem, run } = useRunning<Problem>()

  const begin = (before: MadeState | null): BookletRun => {
    stopper.current?.abort()
    const { signal } = (stopper.current = new AbortController())
    const onProgress = (done: number, of: number): void =>
      signal.aborted ? undefined : setState({ kind: 'working', done, of, before })
    return { signal, onProgress }
  }
  const show = async (made: Omit<MadeState, 'images'>): Promise<void> => {
    const to = Math.min(made.paper.pages, made.from + pagesShown - 1)
    setState({ ...made, images: await booklets.pages(made.paper, { from: made.from, to }) })
  }
  useEffect(() => {
    const work = begin(null)
    void booklets.compose(kind, agencyId, work).then(async composed => {
      if (work.signal.aborted) return
      if (!composed.ok) return setState({ kind: 'refused', problem: composed.problem })
      if (composed.value === 'stopped') return setState({ kind: 'stopped' })
      const paper = composed.value
      const to = Math.min(paper.pages, pagesShown)
      const images = await booklets.pages(paper, { from: 1, to })
      if (!work.signal.aborted)
        setState({
          ...{ kind: 'made', paper, from: 1, images, printed: null, out: null },
          part: firstPart(paper.pages, mostPrintedPages),
        })
    })
    return () => stopper.current?.abort()
    // A dialog is opened for one booklet of one agency, and made once: what changes around it is told on the desk.
  }, [booklets, kind, agencyId])

  const produce = async (how: 'print' | 'save'): Promise<void> => {
    if (state.kind !== 'made') return
    const { paper } = state
    if (how === 'print') return print(state)
    const answer = await run(() => booklets.save(paper))
    setState({ ...state, out: answer ?? null })
  }
  const print = async (made: MadeState): Promise<void> => {
    const { paper, part } = made
    const range = readPart(part, paper.pages, mostPrintedPages)
    if (!range) return
    const work = begin(made)
    work.onProgress(0, range.to - range.from + 1)
    const answer = await run(() => booklets.print(paper, range, work))
    if (work.signal.aborted) return
    const done = answer === 'printed' ? { printed: range, part: nextPart(range, paper.pages, mostPrintedPages) } : {}
    setState({ ...made, ...done, out: answer ?? null })
  }
  const choosePart = (part: TypedPart): void => (state.kind === 'made' ? setState({ ...state, part }) : undefined)
  const turn = (by: number): void => {
    if (state.kind !== 'made') return
    const from = state.from + by * pagesShown
    if (from >= 1 && from <= state.paper.pages) void show({ ...state, from })
  }
  const stop = (): void => {
    stopper.current?.abort()
    setState(state.kind === 'working' && state.before ? { ...state.before, out: 'stopped' } : { kind: 'stopped' })
  }
  return { state, problem, produce: how => void produce(how), turn, choosePart, stop }
}
