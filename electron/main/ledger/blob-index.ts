import type { ActBody } from '#shared/ledger/act'
import { blobName } from './blob-format'

/** Which blobs the acts of the journal name. Whatever else lies in the folder was never acknowledged. */
export interface BlobIndex {
  observe(act: Pick<ActBody, 'subject' | 'facts'>): void
  reset(): void
  kept(): unknown
  restore(kept: unknown): void
  has(subject: string, digest: string): boolean
  isNamed(file: string): boolean
}

/** Scans of a request and attachments of a document. A detached one stays: its act still names it. */
const namesBlob = (type: string): boolean => type.startsWith('scan.added@') || type.startsWith('document.attached@')

export function blobIndex(): BlobIndex {
  const names = new Set<string>()
  return {
    observe: ({ subject, facts }) => {
      for (const { type, open } of facts) {
        // By shape, not by version: a blob that a newer program recorded is no orphan here.
        const { digest } = (open ?? {}) as { digest?: unknown }
        if (namesBlob(type) && typeof digest === 'string') names.add(blobName(subject, digest))
      }
    },
    reset: () => names.clear(),
    kept: () => [...names],
    restore: kept => {
      names.clear()
      for (const name of kept as readonly string[]) names.add(name)
    },
    has: (subject, digest) => names.has(blobName(subject, digest)),
    isNamed: file => names.has(file),
  }
}
