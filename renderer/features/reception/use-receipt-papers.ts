import { useEffect, useRef, useState } from 'react'
import type { Paper, PaperProblem, Papers } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { err, type Result } from '#shared/kernel/result'

export type ReceiptPaper = 'F01' | 'F03' | 'slip'

/** An oral request is first signed: its form (F01) stands before the receipt. */
export const receiptPapersOf = ({ request }: RequestRecord): readonly ReceiptPaper[] =>
  request.personal?.oral ? ['F01', 'F03', 'slip'] : ['F03', 'slip']

export type PaperInHand =
  | { readonly kind: 'composing' }
  | { readonly kind: 'failed'; readonly problem: PaperProblem }
  /** `images` is empty where the pages could not be drawn: the paper itself is whole. */
  | { readonly kind: 'made'; readonly paper: Paper; readonly images: readonly Uint8Array[] }

export interface ReceiptPapers {
  readonly inHand: Readonly<Record<ReceiptPaper, PaperInHand>>
  /** The paper as soon as it is composed. */
  readonly paperOf: (kind: ReceiptPaper) => Promise<Result<Paper, PaperProblem>>
  readonly again: () => void
  /** It has gone out: the next one of it is composed anew, as a reprint. */
  readonly wentOut: (kind: ReceiptPaper) => void
}

const previewWidth = 900

/** Composes one after another: what is waited for at the counter first, the slip last. */
export function useReceiptPapers(papers: Papers, record: RequestRecord): ReceiptPapers {
  const [inHand, setInHand] = useState(nothingYet)
  const [attempt, setAttempt] = useState(0)
  const jobs = useRef<Partial<Record<ReceiptPaper, Promise<Result<Paper, PaperProblem>>>>>({})
  useEffect(() => {
    let isHere = true
    const take = (kind: ReceiptPaper, state: PaperInHand): void =>
      isHere ? setInHand(before => ({ ...before, [kind]: state })) : undefined
    let before: Promise<unknown> = Promise.resolve()
    for (const kind of receiptPapersOf(record)) {
      const job = before.then(() => composed(papers, kind, record))
      before = jobs.current[kind] = job
      void job.then(made => drawn(papers, made)).then(state => take(kind, state))
    }
    return () => {
      isHere = false
    }
  }, [papers, record, attempt])
  return {
    inHand,
    wentOut(kind) {
      const reprint = caught(papers.compose(kind, record, { gaps: 'allowed', isReprint: true }))
      jobs.current = { ...jobs.current, [kind]: reprint }
      void reprint
        .then(made => drawn(papers, made))
        .then(state => {
          if (jobs.current[kind] === reprint) setInHand(before => ({ ...before, [kind]: state }))
        })
    },
    paperOf: kind => jobs.current[kind] ?? composed(papers, kind, record),
    again() {
      setInHand(nothingYet)
      setAttempt(attempt + 1)
    },
  }
}

const nothingYet: Readonly<Record<ReceiptPaper, PaperInHand>> = {
  F01: { kind: 'composing' },
  F03: { kind: 'composing' },
  slip: { kind: 'composing' },
}

/** The worker that composes may itself die; that is a paper that was not made, not an empty window. */
const composed = (papers: Papers, kind: ReceiptPaper, record: RequestRecord): Promise<Result<Paper, PaperProblem>> =>
  caught(papers.compose(kind, record, { gaps: 'allowed' }))

const caught = (composing: ReturnType<Papers['compose']>): ReturnType<Papers['compose']> =>
  composing.catch((why: unknown) => err({ kind: 'paperFailed', why: nameOf(why) }))

async function drawn(papers: Papers, made: Result<Paper, PaperProblem>): Promise<PaperInHand> {
  if (!made.ok) return { kind: 'failed', problem: made.problem }
  const images = await papers.pageImages(made.value, previewWidth).catch((): readonly Uint8Array[] => [])
  return { kind: 'made', paper: made.value, images }
}

const nameOf = (why: unknown): string => (why instanceof Error ? why.name : 'unknown')
