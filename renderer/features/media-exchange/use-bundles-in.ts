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
import type { Result } from '#shared/kernel/result'
import { useKeptState } from '../../ui/states/use-kept-state'
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

const list: BundlesState = { kind: 'list' }
const waiting: BundleWork = { kind: 'waiting', name: null }

/**
 * Bundles on the media that are there; one at a time is checked, shown and taken in. It goes on while its page is left, and what
 * it led to stands there on the way back; `me` is whose it is.
 */
export function useBundlesIn(bundles: BundlesIn, media: readonly ShownMedium[], me: object) {
  const found = useFoundBundles(bundles, media)
  const [state, setState] = useKeptState<BundlesState>(me, 'bundle', list)
  const [locked, setLocked] = useKeptState<LockedBundle | null>(me, 'locked bundle', null)
  const { isBusy: isAsking, run } = useRunning<Problem>()
  const [work, setWork] = useKeptState<BundleWork | null>(me, 'bundle work', waiting)
  const [problem, setProblem] = useKeptState<Problem | null>(me, 'bundle problem', null)
  const [last, setLast] = useKeptState<BundleWork['kind']>(me, 'last bundle work', 'waiting')
  const [isCancelling, setCancelling] = useKeptState(me, 'bundle cancelling', false)
  const isBusy = isAsking || (work !== null && work.kind !== 'waiting')
  const howFar = useHowFar(work !== null, bundles.progress)

  useEffect(() => {
    let isGone = false
    setWork(now => now ?? waiting)
    void bundles.waiting().then(answer => {
      if (isGone) return
      setWork(now => (now?.kind === 'waiting' ? null : now))
      setCancelling(false)
      if (!answer.ok) setProblem(answer.problem)
      else setState(standing(answer.value))
    })
    return () => void (isGone = true)
  }, [bundles, setWork, setCancelling, setProblem, setState])

  /** Undefined as `run` answers it. */
  const during = async <T>(what: BundleWork, ask: () => Promise<Result<T, Problem>>): Promise<T | undefined> => {
    setWork(what)
    setLast(what.kind)
    setProblem(null)
    try {
      const answer = await ask()
      if (!answer.ok) setProblem(answer.problem)
      return answer.ok ? answer.value : undefined
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
    await run(async () => {
      const done = await bundles.discard()
      setProblem(done.ok ? null : done.problem)
      return done
    })
    setState(list)
  }
  /** What was stopped is shown again as it stands now; otherwise the list. */
  const back = async (): Promise<void> => {
    const isStopped = state.kind === 'done' && state.result.left !== null
    const preview = isStopped ? await during({ kind: 'waiting', name: null }, () => bundles.waiting()) : null
    setState(preview ? { kind: 'preview', preview } : list)
  }
  const cancel = (): void => {
    setCancelling(true)
    void bundles.cancel()
  }
  const shownWork: ShownWork | null = work && howFar && { work, step: howFar.howFar, isCancelling }
  /** Cancelled, what lay in quarantine before is there as it was. */
  const isLeft = problem?.kind === 'checkCancelled' && last === 'waiting'
  const acts = { take, apply, discard, back, cancel }
  return { found, state, locked, isBusy, problem: isLeft ? null : problem, isLeft, shownWork, ...acts }
}

/** What an import led to stays until somebody has read it, also where more of the bundle is left. */
const standing =
  (preview: BundlePreview | null) =>
  (now: BundlesState): BundlesState => {
    if (now.kind === 'done') return now
    return preview ? { kind: 'preview', preview } : list
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
