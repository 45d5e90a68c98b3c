import type { DocumentLine } from '../catalogue-ports'
import { numberKey } from './known-documents'

export interface RelationTargets<K> {
  add(key: K, target: RelationTarget): void
  /** By index number, id or document number, in this order. `ambiguous`: several documents bear the number. */
  find(written: string): K | 'unknown' | 'ambiguous'
}

export interface RelationTarget {
  readonly documentId?: string | undefined
  readonly indexNo?: string | undefined
  readonly docNo?: string | undefined
  readonly isWithdrawn?: boolean
}

/** What a relation of a list may lead to. A document that was taken out is only meant where no other is. */
export function relationTargets<K extends string | number>(): RelationTargets<K> {
  const byName = new Map<string, K>()
  const byNumber = new Map<string, { readonly key: K; readonly isWithdrawn: boolean }[]>()
  return {
    add: (key, { documentId, indexNo, docNo, isWithdrawn = false }) => {
      for (const name of [documentId, indexNo]) if (name) byName.set(name, key)
      const number = numberKey(docNo)
      if (number) byNumber.set(number, [...(byNumber.get(number) ?? []), { key, isWithdrawn }])
    },
    find: written => {
      const named = byName.get(written)
      if (named !== undefined) return named
      const all = byNumber.get(numberKey(written) ?? '') ?? []
      const there = all.filter(({ isWithdrawn }) => !isWithdrawn)
      const meant = new Set((there.length > 0 ? there : all).map(({ key }) => key))
      if (meant.size > 1) return 'ambiguous'
      return [...meant][0] ?? 'unknown'
    },
  }
}

export function targetsIn(lines: readonly DocumentLine[]): RelationTargets<DocumentLine['documentId']> {
  const targets = relationTargets<DocumentLine['documentId']>()
  for (const line of lines) targets.add(line.documentId, line)
  return targets
}
