import type { ActBody } from '#shared/ledger/act'
import { compareActs } from '#shared/ledger/act-order'
import { blobName } from './blob-format'

/**
 * Which blobs the acts of the journal name. Whatever else lies in the folder was never acknowledged. What was taken out of
 * its case (撤下) stays named, so that nothing sweeps it away, but is no longer to be opened.
 */
export interface BlobIndex {
  observe(act: Pick<ActBody, 'subject' | 'facts' | 'hlc' | 'chain' | 'seq'>): void
  observeAgain(subject: string, acts: readonly Parameters<BlobIndex['observe']>[0][]): void
  reset(): void
  kept(): unknown
  restore(kept: unknown): void
  has(subject: string, digest: string): boolean
  isWithdrawn(subject: string, digest: string): boolean
  isNamed(file: string): boolean
  /** As the last act that names it says of its sealed bytes; null where none does. */
  sealedOf(subject: string, digest: string): string | null
  /** Every file that an act names, with what the last of those acts says of its sealed bytes; null where it says nothing. */
  named(): Iterable<NamedBlob>
}

export interface NamedBlob {
  /** Of the file, with its ending. */
  readonly file: string
  /** Hex SHA-256 of the sealed file. */
  readonly sealed: string | null
  /** Of what is in it, which is nearly its own; 0 where no act says it. */
  readonly bytes: number
}

/** Scans of a request and attachments of a document. A detached one stays: its act still names it. */
const namesBlob = (type: string): boolean => type.startsWith('scan.added@') || type.startsWith('document.attached@')

export function blobIndex(): BlobIndex {
  /** By name of the file: the last act that names it, and the last that takes it out, in the order of the ledger. */
  const named = new Map<string, Named>()
  const withdrawn = new Map<string, Place>()
  const observe: BlobIndex['observe'] = ({ subject, facts, hlc, chain, seq }) => {
    const at = { hlc, chain, seq }
    for (const { type, name, sealed, bytes } of blobsIn(subject, facts)) {
      if (type.startsWith('scan.withdrawn@')) keepLater(withdrawn, name, at)
      if (namesBlob(type)) keepLater(named, name, { ...at, ...(typeof sealed === 'string' ? { sealed } : {}), bytes })
    }
  }
  return {
    observe,
    observeAgain: (subject, acts) => {
      for (const { name } of acts.flatMap(({ facts }) => blobsIn(subject, facts))) {
        named.delete(name)
        withdrawn.delete(name)
      }
      acts.forEach(observe)
    },
    reset: () => {
      named.clear()
      withdrawn.clear()
    },
    kept: (): Kept => ({ named: inOrder(named), withdrawn: inOrder(withdrawn) }),
    restore: kept => {
      named.clear()
      withdrawn.clear()
      const before = kept as Kept
      for (const [name, at] of before.named) named.set(name, at)
      for (const [name, at] of before.withdrawn) withdrawn.set(name, at)
    },
    has: (subject, digest) => named.has(blobName(subject, digest)),
    isWithdrawn: (subject, digest) => {
      const name = blobName(subject, digest)
      const added = named.get(name)
      const taken = withdrawn.get(name)
      return taken !== undefined && (added === undefined || compareActs(added, taken) < 0)
    },
    isNamed: file => named.has(file),
    sealedOf: (subject, digest) => named.get(blobName(subject, digest))?.sealed ?? null,
    *named() {
      for (const [file, { sealed = null, bytes }] of named) yield { file, sealed, bytes }
    },
  }
}

/** By shape, not by version: a blob that a newer program recorded is no orphan here. */
const blobsIn = (subject: string, facts: ActBody['facts']) =>
  facts.flatMap(({ type, open }) => {
    const { digest, sealed, bytes } = (open ?? {}) as Readonly<Record<string, unknown>>
    const known = { sealed, bytes: typeof bytes === 'number' && bytes > 0 ? bytes : 0 }
    return typeof digest === 'string' ? [{ type, name: blobName(subject, digest), digest, ...known }] : []
  })

/** The sealed files that an act names, with the digest of what each holds. */
export const namedBlobs = ({ subject, facts }: Pick<ActBody, 'subject' | 'facts'>) =>
  blobsIn(subject, facts).filter(({ type }) => namesBlob(type))

type Place = Pick<ActBody, 'hlc' | 'chain' | 'seq'>
type Named = Place & { readonly sealed?: string; readonly bytes: number }

interface Kept {
  readonly named: readonly (readonly [name: string, at: Named])[]
  readonly withdrawn: readonly (readonly [name: string, at: Place])[]
}

function keepLater<P extends Place>(places: Map<string, P>, name: string, at: P): void {
  const known = places.get(name)
  if (!known || compareActs(known, at) < 0) places.set(name, at)
}

const inOrder = <P extends Place>(places: ReadonlyMap<string, P>): [string, P][] =>
  [...places].sort(([a], [b]) => (a < b ? -1 : 1))
