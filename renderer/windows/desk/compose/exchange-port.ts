import type { Exchange } from '#shared/application/exchange/ports'
import type { Shell } from '#shared/contracts/channel'
import { deskEvents } from '#shared/contracts/desk-channel-names'
import type { exchangeChannels, ExchangeStatus } from '#shared/contracts/exchange-channels'
import { ok } from '#shared/kernel/result'
import type { DeskBridge } from '../../../shell/bridge'

export interface ExchangePortParts {
  readonly shell: Shell<typeof exchangeChannels>
  readonly hear: DeskBridge['on']
  /** What an act of main's changes is in the view before it is said to be done. */
  readonly catchUp: () => Promise<void>
}

/** Main runs the exchange; the window looks whenever it is told that something changed. */
export function exchangePort({ shell, hear, catchUp }: ExchangePortParts): Exchange {
  const status = latestOf(async () => {
    const asked = await shell['exchange:status']()
    return asked.ok ? asked.value : null
  })
  /** What was asked for changes the status, and main says that of passes only. */
  const looked = async <Answer>(asked: Promise<Answer>): Promise<Answer> => {
    const answer = await asked
    await status.look()
    return answer
  }
  return {
    watchStatus: listener => {
      const stopHearing = hear(deskEvents.exchangeChanged, () => void status.look())
      const stopListening = status.listen(listener)
      void status.look()
      return () => {
        stopHearing()
        stopListening()
      }
    },
    report: () => shell['exchange:report'](),
    saveContradicted: async () => {
      const saved = await shell['exchange:saveContradicted']()
      if (!saved.ok) return saved
      return ok(saved.value.outcome === 'written' ? saved.value.path : null)
    },
    now: () => looked(shell['exchange:now']()),
    stop: () => looked(shell['exchange:stop']()),
    enrol: (address, code) => looked(shell['exchange:enrol']({ address, code })),
    writeRequest: async code => {
      const written = await shell['exchange:writeRequest']({ code })
      if (!written.ok) return written
      return ok(written.value.outcome === 'written' ? written.value.path : null)
    },
    readAnswer: async () => {
      const read = await looked(shell['exchange:readAnswer']())
      return read.ok ? ok(read.value.outcome) : read
    },
    confirmKey: async keyPrint => {
      const done = await looked(shell['exchange:confirmKey']({ keyPrint }))
      if (done.ok) await catchUp()
      return done
    },
    dropKey: () => looked(shell['exchange:dropKey']()),
    setAddress: address => looked(shell['exchange:setAddress']({ address })),
    leave: () => looked(shell['exchange:leave']()),
  }
}

/** One question at a time: of ten that come meanwhile one more is asked, whose answer is the last. */
function latestOf(ask: () => Promise<ExchangeStatus | null>) {
  const listeners = new Set<(status: ExchangeStatus) => void>()
  let running: Promise<void> | null = null
  let isStale = false
  const askAll = async (): Promise<void> => {
    do {
      isStale = false
      const status = await ask()
      if (status) listeners.forEach(tell => tell(status))
    } while (isStale)
  }
  return {
    look: (): Promise<void> => {
      isStale = running !== null
      running ??= askAll().finally(() => void (running = null))
      return running
    },
    listen: (listener: (status: ExchangeStatus) => void): (() => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
