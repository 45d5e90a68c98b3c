import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { ShownMedium } from '#shared/application/media/ports'
import { watchMedia, type MediaWatch } from '#shared/application/media/watch-media'
import type { Problem } from '#shared/contracts/problems'

export interface SeenMedia {
  /** Undefined before the first look. */
  readonly media: readonly ShownMedium[] | undefined
  readonly problem: Problem | null
  readonly look: () => Promise<unknown>
}

/** Sticks and folders as they come and go, while the desk is on screen. */
export function useMedia({ list }: Pick<Desk['media'], 'list'>): SeenMedia {
  const [media, setMedia] = useState<readonly ShownMedium[]>()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [watch, setWatch] = useState<MediaWatch<ShownMedium>>()
  useEffect(() => {
    const begun = watchMedia<ShownMedium>({
      find: async () => {
        const listed = await list()
        setProblem(listed.ok ? null : listed.problem)
        return listed.ok ? listed.value : []
      },
      schedule: (run, ms) => {
        const timer = setTimeout(run, ms)
        return () => clearTimeout(timer)
      },
      onChange: setMedia,
      onFailure: () => undefined, // a bridge that broke tells of itself elsewhere
    })
    setWatch(begun)
    return () => begun.stop()
  }, [list])
  return { media, problem, look: async () => watch?.look() }
}
