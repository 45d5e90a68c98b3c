import { useEffect, useState } from 'react'
import type {
  BundlePreview,
  BundleResult,
  BundlesIn,
  BundleStep,
  FoundBundle,
  ShownMedium,
} from '#shared/application/media/ports'
import type { Post } from '#shared/domain/people/person-facts'
import type { Problem } from '#shared/contracts/problems'
import { useRunning } from '../../ui/states/use-running'
import { useHowFar } from './use-how-far'

export interface BundleOnMedium extends FoundBundle {
  readonly mediumId: string
}

/** What was chosen and could not be opened: asked for its passphrase. */
export interface LockedBundle {
  readonly mediumId: string
  readonly name: string
}

export type BundlesState =
  | { readonly kind: 'list' }
  | { readonly kind: 'preview'; readonly preview: BundlePreview }
  | { readonly kind: 'done'; readonly name: string | null; readonly result: BundleResult }

/** `waiting`: of what an import left, or of what was begun before the page was opened. */
export interface BundleWork {
  readonly kind: 'take' | 'waiting' | 'apply'
  readonly name: string | null
}

/** One that has lasted a while. */
export interface ShownWork {
  readonly work: BundleWork
  readonly step: BundleStep | null
  readonly isCancelling: boolean
}

/** Bundles on the media that are there; one at a time is checked, shown and taken in. */
export function useBundlesIn(bundles: BundlesIn, media: readonly ShownMedium[]) {
  const found = useFoundBundles(bundles, media)
  const [state, setState] = useState<BundlesState>({ kind: 'list' })
  const [locked, setLocked] = useState<LockedBundle | null>(null)
  const { isBusy, problem, run } = useRunning<Problem>()
  const [work, setWork] = useState<BundleWork | null>({ kind: 'waiting', name: null })
  const [leftProblem, setLeftProblem] = useState<Problem | null>(null)
  const [last, setLast] = useState<BundleWork['kind']>('waiting')
  const [isCancelling, setCancelling] = useState(false)
  const howFar = useHowFar(work !== null, bundles.progress)

  useEffect(() => {
    let isGone = false
    void bundles.waiting().then(answer => {
      if (isGone) return
      setWork(now => (now?.kind === 'waiting' ? null : now))
      setCancelling(false)
      if (!answer.ok) setLeftProblem(answer.problem)
      else if (answer.value) setState({ kind: 'preview', preview: answer.value })
    })
    return () => void (isGone = true)
  }, [bundles])

  /** Undefined as `run` answers it. */
  const during = async <T>(what: BundleWork, ask: Parameters<typeof run<T>>[0]): Promise<T | undefined> => {
    setWork(what)
    setLast(what.kind)
    setLeftProblem(null)
    try {
      return await run(ask)
    } finally {
      setWork(null)
      setCancelling(false)
    }
  }
  const take = async (one: LockedBundle, passphrase?: string): Promise<void> => {
    if (isBusy) return
    const preview = await during({ kind: 'take', name: one.name }, async () => {
      const taken = await bundles.take(one.mediumId, { name: one.name, ...(passphrase ? { passphrase } : {}) })
      const isLocked =
        !taken.ok && taken.problem.kind === 'bundleRefused' && taken.problem.bundle.kind === 'bundleLocked'
      setLocked(isLocked ? { mediumId: one.mediumId, name: one.name } : null)
      return taken
    })
    if (preview) setState({ kind: 'preview', preview })
  }
  const apply = async (role: Post): Promise<void> => {
    if (isBusy) return
    const name = nameIn(state)
    const result = await during({ kind: 'apply', name }, () => bundles.apply(role))
    if (result) setState({ kind: 'done', name, result })
  }
  const discard = async (): Promise<void> => {
    await run(() => bundles.discard())
    setState({ kind: 'list' })
  }
  /** What was stopped is shown again as it stands now; otherwise the list. */
  const back = async (): Promise<void> => {
    const isStopped = state.kind === 'done' && state.result.left !== null
    const preview = isStopped ? await during({ kind: 'waiting', name: null }, () => bundles.waiting()) : null
    setState(preview ? { kind: 'preview', preview } : { kind: 'list' })
  }
  const cancel = (): void => {
    setCancelling(true)
    void bundles.cancel()
  }
  const shownWork: ShownWork | null = work && howFar && { work, step: howFar.howFar, isCancelling }
  const failed = problem ?? leftProblem
  /** Cancelled, what lay in quarantine before is there as it was. */
  const isLeft = failed?.kind === 'checkCancelled' && last === 'waiting'
  const acts = { take, apply, discard, back, cancel }
  return { found, state, locked, isBusy, problem: isLeft ? null : failed, isLeft, shownWork, ...acts }
}

function nameIn(state: BundlesState): string | null {
  if (state.kind === 'list') return null
  return state.kind === 'preview' ? state.preview.name : state.name
}

function useFoundBundles(bundles: BundlesIn, media: readonly ShownMedium[]): readonly BundleOnMedium[] {
  const [found, setFound] = useState<readonly BundleOnMedium[]>([])
  useEffect(() => {
    let isGone = false
    const look = async (): Promise<void> => {
      const all = await Promise.all(
        media
          .filter(({ exports, kind }) => exports.length > 0 || kind === 'folder') // it may be an export's own folder
          .map(async ({ mediumId }) => {
            const answer = await bundles.find(mediumId)
            return answer.ok ? answer.value.map(one => ({ ...one, mediumId })) : []
          }),
      )
      if (!isGone) setFound(all.flat())
    }
    void look()
    return () => void (isGone = true)
  }, [bundles, media])
  return found
}
