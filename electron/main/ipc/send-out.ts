import type { Reply } from '#shared/contracts/channel'
import type { Problem } from '#shared/contracts/problems'
import { err } from '#shared/kernel/result'
import type { OwnAct } from '../workstation/desk-session'
import { recorderOf } from '../workstation/recorder-of'
import type { Workstation } from '../workstation/workstation'

type Record = () => Problem | null

/** Whether something may leave the program is asked before anything does; whoever sends it records that it left, or is about to. */
export async function sendOut<T>(
  workstation: Pick<Workstation, 'sitting' | 'refusal' | 'append'>,
  act: OwnAct,
  send: (record: Record) => Promise<Reply<T>>,
): Promise<Reply<T>> {
  const refused = workstation.refusal(act)
  if (refused) return err(refused)
  const record = recorderOf(workstation)
  return send(() => record(act))
}

/** Of paper nobody knows before that it comes, so it is recorded afterwards. */
export async function recordPrinted<T extends { readonly outcome: string }>(
  printing: Promise<Reply<T>>,
  record: Record,
): Promise<Reply<T>> {
  const printed = await printing
  if (!printed.ok || printed.value.outcome === 'cancelled') return printed
  const problem = record()
  return problem ? err(problem) : printed
}
