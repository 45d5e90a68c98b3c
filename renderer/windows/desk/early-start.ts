import { actsPath } from '#shared/contracts/act-stream'
import { deskEvents } from '#shared/contracts/desk-channel-names'
import type { DeskChannels } from '#shared/contracts/desk-channels'
import { earlyWorker, type EarlyWorker } from '../../data/projector/early-worker'
import type { DeskBridge } from '../../shell/bridge'

export interface EarlyStart {
  /** The bridge of the window; the first call of a name that was asked before gets that answer. */
  readonly bridge: DeskBridge
  readonly worker: EarlyWorker
  /** When main has said who is signed in, or could not. Never rejects. */
  readonly answered: Promise<unknown>
}

/** What every window asks before it can show anything. Questions without input, and they change nothing. */
const asked = [
  'session:current',
  'vault:status',
  'program:about',
  'clock:today',
] as const satisfies readonly (keyof DeskChannels)[]

/**
 * Asks main, and has the projector open the view, while the window still reads and runs its own code: the first board
 * waits for the longer of the two and not for one after the other.
 */
export function earlyStart(bridge: DeskBridge, createWorker: () => Worker): EarlyStart {
  // What was asked before a lock must not outlive it. (The window listens for itself once it is drawn.)
  bridge.on(deskEvents.lockedByTimer, () => location.reload())
  const ask = (name: string) => bridge.invoke(name, undefined).catch(() => undefined) // as `connectShell` takes it
  const answers = new Map<string, Promise<unknown>>(asked.map(name => [name, ask(name)]))
  const worker = earlyWorker(createWorker(), new URL(actsPath, location.href).href)
  const answered = answers.get('session:current')!.then(answer => {
    const rowsKey = rowsKeyIn(answer)
    if (rowsKey) worker.open(rowsKey)
  })
  const invoke = (name: string, input: unknown): Promise<unknown> => {
    const known = answers.get(name)
    answers.delete(name)
    return known ?? bridge.invoke(name, input)
  }
  return { bridge: { on: bridge.on, invoke }, worker, answered }
}

/** Looked at before the contract is read; the window itself parses the whole answer. */
function rowsKeyIn(answer: unknown): Uint8Array | null {
  const { value } = (answer ?? {}) as { value?: { rowsKey?: unknown } | null }
  return value?.rowsKey instanceof Uint8Array ? value.rowsKey : null
}
