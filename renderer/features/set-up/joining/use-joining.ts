import type { Joining, JoiningState } from '#shared/application/neighbours/ports'
import { useAskedState, type StateNow } from '../asked-state'

export type JoiningNow = StateNow<JoiningState>

/** The other machine, and people there, move it on. */
export const useJoining = (joining: Joining): JoiningNow => useAskedState(joining)
