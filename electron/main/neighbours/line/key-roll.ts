import { randomBytes } from 'node:crypto'
import type { CarriedKey } from '../../vault/subject-key-frames'
import type { SubjectKeys } from '../../vault/subject-keys'

/** The subject keys of one session in the order in which they were first seen, so that only new ones go over the line. */
export interface KeyRoll {
  /** Another one after every sign-in: places of an older roll mean nothing. */
  readonly epoch: string
  after(place: number): { readonly keys: readonly CarriedKey[]; readonly upTo: number }
}

const rolls = new WeakMap<object, KeyRoll>()

export function keyRollOf(subjectKeys: Pick<SubjectKeys, 'carried'>): KeyRoll {
  const known = rolls.get(subjectKeys)
  if (known) return known
  const roll = makeRoll(subjectKeys)
  rolls.set(subjectKeys, roll)
  return roll
}

function makeRoll(subjectKeys: Pick<SubjectKeys, 'carried'>): KeyRoll {
  const listed: CarriedKey[] = []
  /** The live buffers themselves: each stands for one key as long as the session lives. */
  const seen = new Set<Buffer>()
  return {
    epoch: randomBytes(8).toString('hex'),
    after: place => {
      for (const one of subjectKeys.carried()) {
        if (seen.has(one.key)) continue
        seen.add(one.key)
        listed.push(one)
      }
      // What was erased since is zeros by now and goes nowhere.
      return { keys: listed.slice(place).filter(({ key }) => key.some(byte => byte !== 0)), upTo: listed.length }
    },
  }
}
