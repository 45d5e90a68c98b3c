import { useEffect, useState } from 'react'
import type { BundlePreview, BundleResult, BundlesIn, FoundBundle, ShownMedium } from '#shared/application/media/ports'
import type { Post } from '#shared/domain/people/person-facts'
import type { Problem } from '#shared/contracts/problems'
import { useRunning } from '../../ui/states/use-running'

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
  | { readonly kind: 'done'; readonly result: BundleResult }

/** Bundles on the media that are there; one at a time is checked, shown and taken in. */
export function useBundlesIn(bundles: BundlesIn, media: readonly ShownMedium[]) {
  const [found, setFound] = useState<readonly BundleOnMedium[]>([])
  const [state, setState] = useState<BundlesState>({ kind: 'list' })
  const [locked, setLocked] = useState<LockedBundle | null>(null)
  const { isBusy, problem, run } = useRunning<Problem>()

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

  useEffect(() => {
    let isGone = false
    void bundles.waiting().then(answer => {
      if (!isGone && answer.ok && answer.value) setState({ kind: 'preview', preview: answer.value })
    })
    return () => void (isGone = true)
  }, [bundles])

  const take = async (one: LockedBundle, passphrase?: string): Promise<void> => {
    const preview = await run(async () => {
      const taken = await bundles.take(one.mediumId, { name: one.name, ...(passphrase ? { passphrase } : {}) })
      const isLocked =
        !taken.ok && taken.problem.kind === 'bundleRefused' && taken.problem.bundle.kind === 'bundleLocked'
      setLocked(isLocked ? { mediumId: one.mediumId, name: one.name } : null)
      return taken
    })
    if (preview) setState({ kind: 'preview', preview })
  }
  const apply = async (role: Post): Promise<void> => {
    const result = await run(() => bundles.apply(role))
    if (result) setState({ kind: 'done', result })
  }
  const discard = async (): Promise<void> => {
    await run(() => bundles.discard())
    setState({ kind: 'list' })
  }
  return { found, state, locked, isBusy, problem, take, apply, discard, forget: () => setState({ kind: 'list' }) }
}
