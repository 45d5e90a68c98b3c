import { openExchange, type OpenExchange } from '../../../electron/main/sync/live/open-exchange'
import { pinnedHeadquarters, type PinnedHeadquarters } from '../../../electron/main/sync/live/pinned-headquarters'
import type { Workstation } from '../../../electron/main/workstation/workstation'
import { openTestWorkstation } from '../workstation/test-workstation'

/** A desk's real workstation with the exchange as the program starts it: it goes by itself while somebody is signed in. */
export interface LiveMachine {
  readonly workstation: Workstation
  readonly exchange: OpenExchange
  readonly desk: OpenExchange['desk']
  /** Bugs that the exchange met. */
  readonly faults: readonly unknown[]
  /** What the person chooses where a file is asked for. */
  readonly chosen: { file: string }
  end(): void
}

/** Its pauses are a hundred times as short as on a desk, where nobody says otherwise. */
export function liveMachine(folder: string, asShort = 100): LiveMachine {
  const box: { exchange?: OpenExchange; pinned?: PinnedHeadquarters } = {}
  const workstation = openTestWorkstation({
    folder,
    wiring: { pinned: () => box.pinned?.current() ?? null, onChange: change => box.exchange?.hear(change) },
  })
  const pinned = pinnedHeadquarters(workstation.options.vault)
  box.pinned = pinned
  const timers = new Set<NodeJS.Timeout>()
  const faults: unknown[] = []
  const chosen = { file: '' }
  const exchange = openExchange({
    ...{ workstation, pinned, program: '1.0.0', onFault: cause => faults.push(cause) },
    schedule: (run, ms) => {
      const timer = setTimeout(run, ms / asShort)
      timers.add(timer)
      return () => clearTimeout(timer)
    },
    askFolder: async () => folder,
    askFile: async () => chosen.file,
    askWhere: async suggested => `${folder}/${suggested}`,
    tell: () => undefined,
    onRolledOver: () => undefined,
  })
  box.exchange = exchange
  const end = (): void => {
    exchange.end()
    workstation.lock()
    timers.forEach(clearTimeout)
  }
  return { workstation, desk: exchange.desk, exchange, faults, chosen, end }
}
