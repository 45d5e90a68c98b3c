import type { Json, PlainAct, PlainFact, SealedFact } from '#shared/ledger/act'
import type { StoredAct } from './journal-scan'

/** Seals and opens what identifies a person, each subject under its own key. */
export interface PersonalSealer {
  /** Makes the subject's key durable before its first act; does nothing where it exists. */
  ensureKey(subject: string): void
  seal(subject: string, factType: string, value: Json): string
  /** Undefined where the subject's key was destroyed. */
  open(subject: string, factType: string, sealed: string): Json | undefined
}

/** As the fact goes into the journal: only its personal part is sealed. */
export function sealFact(fact: PlainFact, subject: string, sealer: PersonalSealer): SealedFact {
  const { personal, ...clear } = fact
  return personal === undefined ? clear : { ...clear, personal: sealer.seal(subject, fact.type, personal) }
}

/** An act as it came from the journal, its personal parts opened as far as they open. */
export function openAct({ act, hash }: StoredAct, sealer: PersonalSealer): PlainAct {
  const facts = act.facts.map((fact): PlainFact => {
    if (fact.personal === undefined) return fact as PlainFact // without a personal part both are one shape
    const { personal, ...clear } = fact
    try {
      const opened = sealer.open(act.subject, fact.type, personal)
      return opened === undefined ? clear : { ...clear, personal: opened }
    } catch {
      return { ...clear, personalUnreadable: true } // one damaged part must not hide every act after it
    }
  })
  return { ...act, facts, hash }
}
