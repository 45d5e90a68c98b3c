import type { Office } from '#shared/domain/agencies/office'
import type { StoredDocumentFact } from '#shared/domain/catalogue/document'
import type { Problem } from '#shared/contracts/problems'
import type { ActBody, PlainFact } from '#shared/ledger/act'
import { usedNumbers, type KeptUses, type UsedTwice } from './used-numbers'

/** Every index number that was ever given, also to what was withdrawn since: none is given a second time (reference 8.2). */
export interface IndexNumbersInUse {
  observe(act: ActBody): void
  isTaken(indexNo: string): boolean
  /** Numbers under which two machines catalogued different documents. */
  usedTwice(): readonly UsedTwice[]
  /** Every number, as JSON; the same for the same acts in any order. */
  kept(): KeptUses
}

/** Goes on from what was kept. */
export function indexNumbersInUse(from?: KeptUses): IndexNumbersInUse {
  const numbers = usedNumbers(from)
  return {
    observe: ({ subject, facts }) => {
      for (const { type, open } of facts) {
        const { indexNo } = (open ?? {}) as { indexNo?: unknown }
        if (type.startsWith('document.catalogued@') && typeof indexNo === 'string') numbers.note(indexNo, subject)
      }
    },
    isTaken: indexNo => numbers.has(indexNo),
    usedTwice: () => numbers.twice(),
    kept: () => numbers.kept(),
  }
}

/** Two documents of one frame under one number: neither is in the journal when the other is judged. */
export function twinProblem(proposed: readonly { readonly facts: readonly PlainFact[] }[]): Problem | null {
  const seen = new Set<string>()
  for (const { type, open } of proposed.flatMap(({ facts }) => facts)) {
    if (type !== 'document.catalogued@1') continue
    const { indexNo } = open as { indexNo: string } // its shape was judged before
    if (seen.has(indexNo)) return refused({ kind: 'indexNoTaken', indexNo })
    seen.add(indexNo)
  }
  return null
}

/** A document belongs to an agency of this office, and is related only to what the catalogue has. */
export function documentProblem(
  facts: readonly StoredDocumentFact[],
  { office, isThere }: { readonly office: Office | undefined; readonly isThere: (documentId: string) => boolean },
): Problem | null {
  for (const fact of facts) {
    const agencyId = agencyOf(fact)
    const isOurs = agencyId === undefined || office?.agencies.some(agency => agency.agencyId === agencyId)
    if (!isOurs) return refused({ kind: 'agencyUnknown' })
    if (fact.type === 'document.related@1' && !isThere(fact.open.to)) return refused({ kind: 'relatedToNothing' })
  }
  return null
}

function agencyOf(fact: StoredDocumentFact): string | undefined {
  if (fact.type === 'document.catalogued@1') return fact.open.agencyId
  return fact.type === 'document.changed@1' ? (fact.open.set?.agencyId ?? undefined) : undefined
}

const refused = (why: { kind: string; [detail: string]: unknown }): Problem => ({ kind: 'refused', why })
