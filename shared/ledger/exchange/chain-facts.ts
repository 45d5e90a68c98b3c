import { parseActBody, type Json } from '../act'
import { prevSigns, type ClockCorrection } from '../clock-corrections'
import { isChain, isHash, type Head } from './head'
import { isSignature } from './signed-act'

/** What acts say of chains, as it stands in `open` of facts on the subject `office`. */
export interface ChainOpened {
  readonly publicKey: string
  readonly suite: 1
  /** Where the chain parted from that this one goes on for: a restored backup, a copied disk, a new key. */
  readonly previous?: Head
  /** Signature of the previous chain's key over `successionNote`: it admits this chain. */
  readonly proof?: string
  /** The founding chain of the office that this machine joined: who trusts this chain trusts that one. */
  readonly root?: { readonly chain: string; readonly publicKey: string }
}

export interface ChainAdmitted {
  readonly chain: string
  readonly publicKey: string
  readonly suite: 1
  readonly workstation: string
  readonly windowName: string
}

/** The machine writes there no more. Its acts up to the end of the chain stay good: the original of a copied disk may go on. */
export interface ChainRetired {
  readonly chain: string
  readonly atSeq: number
  readonly hash: string
  readonly successor?: string
}

/** Nothing counts from this act on: the machine was stolen or its key is known to somebody. */
export interface ChainRevoked {
  readonly chain: string
  readonly fromSeq: number
}

export type ChainSaying =
  | ({ readonly kind: 'opened' } & ChainOpened)
  | ({ readonly kind: 'admitted' } & Pick<ChainAdmitted, 'chain' | 'publicKey' | 'suite'> & {
        /** Only of a machine of the office: headquarters has none, and names none for the machines that it enrolled. */
        readonly workstation?: string
        /** A person of the office admits headquarters. What headquarters says of its machines is no such thing. */
        readonly isHeadquarters?: true
      })
  | ({ readonly kind: 'retired' } & ChainRetired)
  | ({ readonly kind: 'revoked' } & ChainRevoked)
  /** Counts only in a chain of headquarters (`corrected-clocks.ts`). */
  | ({ readonly kind: 'clockCorrected' } & ClockCorrection)

/** One saying and the act in which it stands. */
export interface ChainFact {
  readonly chain: string
  readonly seq: number
  readonly hlc: string
  readonly says: ChainSaying
}

/** What the key of the previous chain signs: this chain and this key go on from that act. */
export const successionNote = (office: string, previous: Head, next: { chain: string; publicKey: string }): string =>
  `records-desk-succession/v1\n${office}\n${previous.chain} ${previous.seq} ${previous.hash}\n${next.chain} ${next.publicKey}\n`

/** Of one act; empty where it says nothing of chains, is of a newer form, or says it in a form that is not ours. */
export function chainFactsOf(body: string): readonly ChainFact[] {
  if (!body.includes('"chain.') && !body.includes('"clock.corrected@')) return [] // most acts: not worth the parsing
  const parsed = parseActBody(body)
  if (!parsed.ok || parsed.value.subject !== 'office') return []
  const { chain, seq, hlc, role, from, facts } = parsed.value
  return facts.flatMap(({ type, open }) => {
    const says = readSaying(type, open, role)
    // Who says somebody's act again does not speak for himself: headquarters may release what a stolen machine wrote.
    const isHere = says?.kind === 'opened' ? seq === 1 : says?.kind !== 'clockCorrected' || from === undefined
    return says && isHere ? [{ chain, seq, hlc, says }] : []
  })
}

function readSaying(type: string, open: Json, role: string): ChainSaying | null {
  if (typeof open !== 'object' || open === null || Array.isArray(open)) return null
  const said = open as Readonly<Record<string, Json | undefined>>
  switch (type) {
    case 'chain.opened@1':
      return readOpened(said)
    case 'chain.admitted@1':
      return isChainText(said['chain']) && hasKey(said)
        ? { kind: 'admitted', chain: said['chain'], publicKey: said['publicKey'], suite: 1, ...admittedAs(said, role) }
        : null
    case 'chain.retired@1':
      return readRetired(said)
    case 'chain.revoked@1':
      return isChainText(said['chain']) && isSeq(said['fromSeq'], 1)
        ? { kind: 'revoked', chain: said['chain'], fromSeq: said['fromSeq'] }
        : null
    case 'clock.corrected@1':
      return readCorrection(said)
    default:
      return null
  }
}

/** Headquarters itself admits machines that it enrolled, and names no workstation for them: by the role they differ. */
function admittedAs({ workstation }: Said, role: string): { workstation?: string; isHeadquarters?: true } {
  if (typeof workstation === 'string' && workstation !== '') return { workstation }
  return workstation === '' && role !== headquartersRole ? { isHeadquarters: true } : {}
}

/** The role in which headquarters speaks for itself. */
const headquartersRole = 'headquarters'

type Said = Readonly<Record<string, Json | undefined>>

function readOpened(said: Said): ChainSaying | null {
  if (!hasKey(said)) return null
  const { publicKey, previous, proof } = said
  const root = readRoot(said['root'])
  const opened = { kind: 'opened', publicKey, suite: 1, ...(root ? { root } : {}) } as const
  const head = previous === undefined ? null : readHead(previous)
  return head && typeof proof === 'string' && isSignature(proof) ? { ...opened, previous: head, proof } : opened
}

function readRoot(value: Json | undefined): ChainOpened['root'] | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const { chain, publicKey } = value as Said
  return isChainText(chain) && typeof publicKey === 'string' && publicKey.length > 0 ? { chain, publicKey } : null
}

function readRetired({ chain, atSeq, hash, successor }: Said): ChainSaying | null {
  if (!isChainText(chain) || !isSeq(atSeq, 0) || !isHashText(hash)) return null
  return { kind: 'retired', chain, atSeq, hash, ...(isChainText(successor) ? { successor } : {}) }
}

function readCorrection({ chain, fromSeq, toSeq, byMs, notBefore, prevs }: Said): ChainSaying | null {
  if (!isChainText(chain) || !isSeq(fromSeq, 1) || !isSeq(toSeq, fromSeq) || !isSeq(byMs, 0)) return null
  if (prevs !== undefined && !isPrevs(prevs, toSeq - fromSeq + 1)) return null
  return {
    ...{ kind: 'clockCorrected', chain, fromSeq, toSeq, byMs },
    ...(prevs === undefined ? {} : { prevs }),
    ...(isHlc(notBefore) ? { notBefore } : {}),
  }
}

function readHead(value: Json): Head | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const { chain, seq, hash } = value as Said
  return isChainText(chain) && isSeq(seq, 0) && isHashText(hash) ? { chain, seq, hash } : null
}

const isChainText = (value: Json | undefined): value is string => typeof value === 'string' && isChain(value)
const isHashText = (value: Json | undefined): value is string => typeof value === 'string' && isHash(value)
const isSeq = (value: Json | undefined, least: number): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= least
const isPrevs = (value: Json, acts: number): value is string =>
  typeof value === 'string' && /^[0-9a-f]*$/.test(value) && value.length === acts * prevSigns
const isHlc = (value: Json | undefined): value is string =>
  typeof value === 'string' && /^\d{15}-[0-9a-f]{4}$/.test(value)
const hasKey = (said: Said): said is Said & { readonly publicKey: string } =>
  typeof said['publicKey'] === 'string' && said['publicKey'].length > 0 && said['suite'] === 1
