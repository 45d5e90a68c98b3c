import { useRef, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { ScanFile, ScanProblem } from '#shared/application/scans/scans'
import type { RequestId, ScanKind } from '#shared/domain/requests/request-facts'
import { titleOf } from '../../case-parts/scan-words'

/** A file on its way into the case. */
export interface ScanEntry {
  readonly id: number
  readonly file: ScanFile
  readonly kind: ScanKind | null
  readonly title: string
  readonly problem: ScanProblem | null
}

export interface ScansRunning {
  readonly title: string
  /** From 1. */
  readonly n: number
  readonly of: number
  readonly done: number
  readonly total: number
}

export interface ScansAdded {
  readonly count: number
  readonly mended: readonly string[]
  readonly notPutAway: readonly string[]
  readonly isCancelled: boolean
}

export interface ScansAdding {
  readonly entries: readonly ScanEntry[]
  readonly running: ScansRunning | null
  readonly added: ScansAdded
  take(files: readonly ScanFile[]): void
  change(id: number, change: Partial<Pick<ScanEntry, 'kind' | 'title'>>): void
  leaveOut(id: number): void
  /** One after the other; what failed stays with its problem. True where nothing is left to say. */
  addAll(): Promise<boolean>
  cancel(): void
}

const nothingAdded: ScansAdded = { count: 0, mended: [], notPutAway: [], isCancelled: false }

export const isReady = ({ kind, title }: ScanEntry): boolean => kind !== null && title.trim() !== ''

/** The files of the dialog, and their way into the case. */
export function useScansAdding(
  { scans }: Pick<Desk, 'scans'>,
  requestId: RequestId,
  first: readonly ScanFile[],
): ScansAdding {
  const isCancelled = useRef(false)
  const [entries, setEntries] = useState<readonly ScanEntry[]>(() => withFiles([], first))
  const [running, setRunning] = useState<ScansRunning | null>(null)
  const [added, setAdded] = useState(nothingAdded)

  const addOne = async (entry: ScanEntry, place: { n: number; of: number }): Promise<ScansAdded | ScanProblem> => {
    const { file, kind, title } = entry
    const about = { title, ...place }
    setRunning({ ...about, done: 0, total: file.bytes })
    const answer = await scans.add(
      { requestId, kind: kind ?? 'other', title: title.trim(), file },
      { onProgress: (done, total) => setRunning({ ...about, done, total }), isCancelled: () => isCancelled.current },
    )
    if (!answer.ok) return answer.problem
    if (answer.value === 'cancelled') return { ...nothingAdded, isCancelled: true }
    const { isMended, isPutAway } = answer.value
    return {
      count: isMended ? 0 : 1,
      mended: isMended ? [title] : [],
      notPutAway: isPutAway ? [] : [title],
      isCancelled: false,
    }
  }

  const addAll = async (): Promise<boolean> => {
    isCancelled.current = false
    let total = nothingAdded
    let isClean = true
    for (const [index, entry] of entries.entries()) {
      if (isCancelled.current) break
      const outcome = await addOne(entry, { n: index + 1, of: entries.length })
      if ('kind' in outcome) {
        isClean = false
        setEntries(now => now.map(each => (each.id === entry.id ? { ...each, problem: outcome } : each)))
        continue
      }
      total = sumOf(total, outcome)
      if (!outcome.isCancelled) setEntries(now => now.filter(({ id }) => id !== entry.id))
    }
    setRunning(null)
    setAdded(total)
    return isClean && !total.isCancelled && total.mended.length === 0 && total.notPutAway.length === 0
  }

  return {
    ...{ entries, running, added, addAll },
    take: files => setEntries(now => withFiles(now, files)),
    change: (id, change) => setEntries(now => now.map(each => (each.id === id ? { ...each, ...change } : each))),
    leaveOut: id => setEntries(now => now.filter(each => each.id !== id)),
    cancel: () => void (isCancelled.current = true),
  }
}

function withFiles(entries: readonly ScanEntry[], files: readonly ScanFile[]): readonly ScanEntry[] {
  const nextId = Math.max(0, ...entries.map(({ id }) => id)) + 1
  const more = files.map((file, index) => ({
    ...{ id: nextId + index, file, title: titleOf(file.name) },
    ...{ kind: null, problem: null },
  }))
  return [...entries, ...more]
}

const sumOf = (a: ScansAdded, b: ScansAdded): ScansAdded => ({
  count: a.count + b.count,
  mended: [...a.mended, ...b.mended],
  notPutAway: [...a.notPutAway, ...b.notPutAway],
  isCancelled: a.isCancelled || b.isCancelled,
})
