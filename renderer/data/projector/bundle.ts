import { originOf, type PlainAct } from '#shared/ledger/act'
import type { BundleRow, KeptAct } from '../rows'
import type { ArrivedAct } from './act-batch'
import { leaveTextsOut } from './leave-texts-out'

/** A longer piece would be sealed and written whole for every act that is added to it. */
export const longestPart = 256 * 1024 * 0.9

export interface MergedBundle {
  /** Every act of the subject once, in order of arrival. */
  readonly acts: readonly KeptAct[]
  /** The parts that must be written; empty where nothing new came. */
  readonly changed: readonly BundleRow[]
}

/**
 * Adds to a subject's bundle what is not in it yet. The same act twice, by (chain, seq), is one act; where it comes again
 * because it is folded elsewhere now, its new place takes that of the old one.
 */
export function mergeIntoBundle(
  subject: string,
  parts: readonly BundleRow[],
  arrived: readonly ArrivedAct[],
): MergedBundle {
  const moved = moveParts(parts, arrived)
  const now = parts.map(part => moved.get(part.part) ?? part)
  const known = now.flatMap(part => part.acts)
  const seen = new Set(known.map(keyOf))
  const fresh = arrived.filter(({ act }) => !seen.has(keyOf(act)) && seen.add(keyOf(act)))
  const added = fresh.length === 0 ? [] : addParts(subject, now.at(-1), fresh)
  for (const part of added) moved.delete(part.part)
  return {
    acts: [...known, ...fresh.map(arrived => keptAs(arrived).act)],
    changed: [...moved.values(), ...added],
  }
}

/** Parts that hold an act which arrives with another place than it had. */
function moveParts(parts: readonly BundleRow[], arrived: readonly ArrivedAct[]): Map<number, BundleRow> {
  const places = new Map(arrived.map(({ act }) => [keyOf(act), act]))
  const moved = new Map<number, BundleRow>()
  for (const part of parts) {
    const isMoved = ({ hlc, ...act }: KeptAct): boolean => (places.get(keyOf(act))?.hlc ?? hlc) !== hlc
    if (!part.acts.some(isMoved)) continue
    const acts = part.acts.map(act => (isMoved(act) ? placedAs(act, places.get(keyOf(act))!) : act))
    moved.set(part.part, { ...part, acts })
  }
  return moved
}

function placedAs({ signedHlc: _before, ...act }: KeptAct, { hlc, signedHlc }: PlainAct): KeptAct {
  return signedHlc === undefined ? { ...act, hlc } : { ...act, hlc, signedHlc }
}

function addParts(subject: string, last: BundleRow | undefined, fresh: readonly ArrivedAct[]): BundleRow[] {
  const changed: { subject: string; part: number; bytes: number; acts: KeptAct[] }[] = []
  let open = last ? { ...last, acts: [...last.acts] } : { subject, part: 0, bytes: 0, acts: [] }
  for (const arrived of fresh) {
    const { act, bytes } = keptAs(arrived)
    if (open.acts.length > 0 && open.bytes + bytes > longestPart) {
      open = { subject, part: open.part + 1, bytes: 0, acts: [] }
    }
    open.acts.push(act)
    open.bytes += bytes
    if (changed.at(-1) !== open) changed.push(open)
  }
  return changed
}

const keptOf = (act: PlainAct): KeptAct => {
  const { chain, seq, hlc, signedHlc, actor, role, facts } = act
  const place = signedHlc === undefined ? { chain, seq, hlc } : { chain, seq, hlc, signedHlc }
  return { ...place, actor, role, facts, origin: originOf(act).slice(-originSigns) }
}

/** 64 bits. */
const originSigns = 16

/** Without the text of a document, which lies in a table of its own; its length is then that of what is left. */
function keptAs({ act, bytes }: ArrivedAct): { readonly act: KeptAct; readonly bytes: number } {
  const kept = keptOf(act)
  const facts = leaveTextsOut(kept.facts)
  if (facts === kept.facts) return { act: kept, bytes }
  const short = { ...kept, facts }
  return { act: short, bytes: utf8.encode(JSON.stringify(short)).length }
}

const utf8 = new TextEncoder()

const keyOf = ({ chain, seq }: Pick<KeptAct, 'chain' | 'seq'>) => `${seq}/${chain}`
