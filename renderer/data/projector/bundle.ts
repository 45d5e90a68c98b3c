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

/** Adds to a subject's bundle what is not in it yet. The same act twice, by (chain, seq), is one act. */
export function mergeIntoBundle(
  subject: string,
  parts: readonly BundleRow[],
  arrived: readonly ArrivedAct[],
): MergedBundle {
  const known = parts.flatMap(part => part.acts)
  const seen = new Set(known.map(keyOf))
  const fresh = arrived.filter(({ act }) => !seen.has(keyOf(act)) && seen.add(keyOf(act)))
  if (fresh.length === 0) return { acts: known, changed: [] }
  return {
    acts: [...known, ...fresh.map(arrived => keptAs(arrived).act)],
    changed: addParts(subject, parts.at(-1), fresh),
  }
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
  const { chain, seq, hlc, actor, role, facts } = act
  return { chain, seq, hlc, actor, role, facts, origin: originOf(act).slice(-originSigns) }
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
