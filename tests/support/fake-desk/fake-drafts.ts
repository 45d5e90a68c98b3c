import type { Drafts } from '#shared/application/desk'
import type { Problem } from '#shared/contracts/problems'
import { err, ok } from '#shared/kernel/result'

export interface FakeDrafts {
  readonly drafts: Drafts
  readonly savedDrafts: Map<string, { content: unknown; savedAt: number }>
  /** Every call fails with this until null. */
  breakDrafts(problem: Problem | null): void
}

/** Drafts in memory, saved at one and the same instant (epoch ms). */
export function fakeDrafts(savedAt: number): FakeDrafts {
  const savedDrafts: FakeDrafts['savedDrafts'] = new Map()
  const listeners = new Set<() => void>()
  let problem: Problem | null = null
  const drafts: Drafts = {
    save: async (name, content) => {
      if (problem) return err(problem)
      savedDrafts.set(name, { content: structuredClone(content), savedAt })
      listeners.forEach(tell => tell())
      return ok({ savedAt })
    },
    load: async name => (problem ? err(problem) : ok(savedDrafts.get(name) ?? null)),
    list: async () =>
      problem ? err(problem) : ok([...savedDrafts].map(([name, saved]) => ({ name, savedAt: saved.savedAt }))),
    discard: async name => {
      if (problem) return err(problem)
      savedDrafts.delete(name)
      listeners.forEach(tell => tell())
      return ok(undefined)
    },
    onChange: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    keepInStep: () => () => undefined,
  }
  return { drafts, savedDrafts, breakDrafts: next => void (problem = next) }
}
