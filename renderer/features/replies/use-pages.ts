import { useEffect, useState } from 'react'
import type { Paper, PaperProblem, Papers } from '#shared/application/desk'
import type { Result } from '#shared/kernel/result'

export interface Pages {
  /** What is on show belongs to an earlier state of the letter. */
  readonly isComposing: boolean
  /** The last pages that could be drawn. */
  readonly images: readonly Uint8Array[]
  readonly paper: Paper | null
  readonly problem: PaperProblem | null
}

export type MakePaper = () => Promise<Result<Paper, PaperProblem>>

const imageWidth = 900

interface Drawn extends Omit<Pages, 'isComposing'> {
  readonly of: MakePaper | null
}

/** The pages of a letter that may change while it is written; `make` null where there is nothing to show yet. */
export function usePages(papers: Papers, make: MakePaper | null, delayMs: number): Pages {
  const [drawn, setDrawn] = useState<Drawn>(nothing)
  useEffect(() => {
    if (!make) return
    let isCurrent = true
    const timer = setTimeout(() => {
      void draw(papers, make).then(now => {
        if (isCurrent) setDrawn(before => ({ ...now, images: now.problem ? before.images : now.images, of: make }))
      })
    }, delayMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [papers, make, delayMs])
  return make ? { ...drawn, isComposing: drawn.of !== make } : { ...nothing, isComposing: false }
}

const nothing: Drawn = { of: null, images: [], paper: null, problem: null }

async function draw(papers: Papers, make: MakePaper): Promise<Omit<Drawn, 'of'>> {
  const composed = await make()
  if (!composed.ok) return { images: [], paper: null, problem: composed.problem }
  try {
    return { images: await papers.pageImages(composed.value, imageWidth), paper: composed.value, problem: null }
  } catch {
    return { images: [], paper: null, problem: { kind: 'paperFailed', why: 'draw' } }
  }
}
