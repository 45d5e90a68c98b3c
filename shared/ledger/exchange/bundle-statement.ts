import type { AdmittedBy } from './chain-trust'
import type { Head } from './head'
import type { Receipt } from './receipt'
import type { SegmentPlace } from './segment'
import { isSignature } from './signed-act'

/** `data/bundle.json`: what a bundle is and holds. Every part of one is a whole bag with a statement of its own. */
export interface BundleStatement {
  readonly format: 'records-desk-bundle'
  readonly version: 1
  /** Of all parts that were written in one go. */
  readonly setId: string
  /** From 1. */
  readonly part: number
  readonly parts: number
  readonly office: string
  readonly officeName: string
  /** Moment of the writing machine, ISO 8601 in UTC. */
  readonly madeAt: string
  /** Chain of the machine that wrote it; its key signs `heads.note`. */
  readonly by: string
  /** What the writer held of every chain. */
  readonly vector: readonly Head[]
  readonly chains: readonly ChainCertificate[]
  readonly segments: readonly BundledSegment[]
  readonly blobs: readonly BundledBlob[]
  /** Subject keys, wrapped for the office's machines of these chains; lies in the first part alone. */
  readonly keys?: BundledKeys | undefined
  /** What headquarters has of every chain, as on the line: only in what headquarters wrote. */
  readonly receipts?: readonly Receipt[] | undefined
  /** Sealed files that the writer holds, by their digest: they need not be carried to it. */
  readonly holds?: readonly string[] | undefined
}

export interface BundledKeys {
  readonly digest: string
  readonly bytes: number
  readonly holders: readonly string[]
}

/** Who a chain is, said by whoever wrote the bundle: for a reader in ten years. Trust comes from the acts alone. */
export interface ChainCertificate {
  readonly chain: string
  readonly publicKey: string
  readonly suite: 1
  readonly admittedBy: AdmittedBy
  readonly revokedFrom: number | null
}

export interface BundledSegment extends SegmentPlace {
  /** Hash of its last act. */
  readonly hash: string
}

/** A sealed file as it lies on the writer's disk. */
export interface BundledBlob {
  /** Name on the disk, without its ending. */
  readonly name: string
  /** Hex SHA-256 of the sealed bytes; the file is `data/blobs/<digest>`. */
  readonly digest: string
  readonly bytes: number
}

export const bundleVersion = 1
/** An age file, `electron/main/vault/wrapped-subject-keys.ts`. */
export const keysPath = 'keys.age'
export const blobPath = (digest: string): string => `blobs/${digest}`

export interface HeadsNote {
  readonly office: string
  readonly madeAt: string
  /** Chain whose key signed it. */
  readonly by: string
  /** Hex SHA-256 of `data/bundle.json`, which names everything else. */
  readonly statementDigest: string
  readonly heads: readonly Head[]
}

/** The text that is signed. `heads.note` is this text, a blank line, and the signature (base64) on a line. */
export const headsText = ({ office, madeAt, by, statementDigest, heads }: HeadsNote): string =>
  [
    'records-desk-heads/v1',
    office,
    madeAt,
    by,
    statementDigest,
    ...heads.map(({ chain, seq, hash }) => `${chain} ${seq} ${hash}`),
    '',
  ].join('\n')

export const writeHeadsNote = (note: HeadsNote, signature: string): string => `${headsText(note)}\n${signature}\n`

/** Null where it is not of this form. The signature is not verified. */
export function readHeadsNote(
  file: string,
): (HeadsNote & { readonly text: string; readonly signature: string }) | null {
  const said = noteShape.exec(file)?.groups as Said | undefined // every group stands in every match
  if (!said || !isSignature(said.signature)) return null
  const { lines, ...note } = said
  const heads = lines.split('\n').slice(0, -1).map(readHeadLine)
  return heads.includes(null) ? null : { ...note, heads: heads as readonly Head[] }
}

type Said = Omit<HeadsNote, 'heads'> & { readonly text: string; readonly lines: string; readonly signature: string }

const noteShape =
  /^(?<text>records-desk-heads\/v1\n(?<office>[^\n]+)\n(?<madeAt>[^\n]+)\n(?<by>[0-9a-f]{32})\n(?<statementDigest>[0-9a-f]{64})\n(?<lines>(?:[^\n]+\n)*))\n(?<signature>\S+)\n$/

function readHeadLine(line: string): Head | null {
  const [, chain, seq, hash] = /^([0-9a-f]{32}) (\d{1,15}) ([0-9a-f]{64})$/.exec(line) ?? []
  return chain && hash ? { chain, seq: Number(seq), hash } : null
}
