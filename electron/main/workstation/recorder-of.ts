import type { Problem } from '#shared/contracts/problems'
import type { OwnAct } from './desk-session'
import type { Workstation } from './workstation'

/**
 * Writes acts in the name of whoever is signed in now, and answers why it may not: `locked` once the desk was locked or another person
 * signed in, because nothing that one person began is done in the name of the next.
 */
export function recorderOf(workstation: Pick<Workstation, 'sitting' | 'append'>): (act: OwnAct) => Problem | null {
  const { sitting } = workstation
  return act => {
    if (workstation.sitting !== sitting) return { kind: 'locked' }
    const noted = workstation.append(act)
    return noted.ok ? null : noted.problem
  }
}
