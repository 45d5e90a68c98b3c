import type { ActBody } from '#shared/ledger/act'
import { blobName } from './blob-format'

/**
 * Which blobs the acts of the journal name. Whatever else lies in the folder was never acknowledged. What was taken out of
 * its case (撤下) stays named, so that nothing sweeps it away, but is no longer to be opened.
 */
export interface BlobIndex {
  observe(act: Pick<ActBody, 'subject' | 'facts'>): void
  reset(): void
  kept(): unknown
  restore(kept: unknown): void
  has(subject: string, digest: string): boolean
  isWithdrawn(subject: string, digest: string): boolean
  isNamed(file: string): boolean
}

/** Scans of a request and attachments of a document. A detached one stays: its act still names it. */
const namesBlob = (type: string): boolean => type.startsWith('scan.added@') || type.startsWith('document.attached@')

export function blobIndex(): BlobIndex {
  const names = new Set<string>()
  const withdrawn = new Set<string>()
  return {
    observe: ({ subject, facts }) => {
      for (const { type, open } of facts) {
        // By shape, not by version: a blob that a newer program recorded is no orphan here.
        const { digest } = (open ?? {}) as { digest?: unknown }
        if (typeof digest !== 'string') continue
        const name = blobName(subject, digest)
        if (type.startsWith('scan.withdrawn@')) withdrawn.add(name)
        if (!namesBlob(type)) continue
        names.add(name)
        withdrawn.delete(name)
      }
    },
    reset: () => {
      names.clear()
      withdrawn.clear()
    },
    kept: () => ({ names: [...names], withdrawn: [...withdrawn] }),
    restore: kept => {
      names.clear()
      withdrawn.clear()
      const before = kept as { readonly names: readonly string[]; readonly withdrawn: readonly string[] }
      for (const name of before.names) names.add(name)
      for (const name of before.withdrawn) withdrawn.add(name)
    },
    has: (subject, digest) => names.has(blobName(subject, digest)),
    isWithdrawn: (subject, digest) => withdrawn.has(blobName(subject, digest)),
    isNamed: file => names.has(file),
  }
}
