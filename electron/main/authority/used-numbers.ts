/** Numbers that were given out, and to which subjects: to one, unless two machines gave the same number. */
export interface UsedNumbers {
  /** `subject`: missing where the number is only blocked, as one of an old register that looks like ours. */
  note(number: string, subject?: string): void
  has(number: string): boolean
  /** Numbers that stand on more than one subject, in the order of the numbers. */
  twice(): readonly UsedTwice[]
  /** The same JSON for the same uses, whatever their order was. */
  kept(): KeptUses
}

export interface UsedTwice {
  readonly number: string
  readonly subjects: readonly string[]
}

export type KeptUses = readonly (readonly [number: string, ...subjects: string[]])[]

/** Goes on from what was kept. */
export function usedNumbers(from: KeptUses = []): UsedNumbers {
  // As a rule one subject, so that tens of thousands of numbers need no list each; empty for a blocked one.
  const uses = new Map<string, string | readonly string[]>(
    from.map(([number, ...subjects]) => [number, subjects.length > 1 ? subjects : (subjects[0] ?? '')]),
  )
  return {
    note: (number, subject = '') => {
      const before = uses.get(number)
      if (before === undefined || before === '') uses.set(number, subject)
      else if (subject !== '' && !isAmong(before, subject)) uses.set(number, [before, subject].flat().sort())
    },
    has: number => uses.has(number),
    twice: () =>
      inOrder(uses).flatMap(([number, subjects]) => (typeof subjects === 'string' ? [] : { number, subjects })),
    kept: () =>
      inOrder(uses).map(([number, subjects]) => (subjects === '' ? [number] : [number, ...[subjects].flat()])),
  }
}

const isAmong = (subjects: string | readonly string[], subject: string): boolean =>
  typeof subjects === 'string' ? subjects === subject : subjects.includes(subject)

const inOrder = <T>(uses: ReadonlyMap<string, T>): [string, T][] => [...uses].sort(([a], [b]) => (a < b ? -1 : 1))
