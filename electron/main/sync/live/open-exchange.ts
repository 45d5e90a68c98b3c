import path from 'node:path'
import type { Schedule } from '../../vault/auto-lock'
import type { DeskChange, Workstation } from '../../workstation/workstation'
import { httpLink } from '../http-link'
import { nodeCraft } from '../node-craft'
import { exchangeDesk, type ExchangeDesk } from './exchange-desk'
import { exchangeShelves } from './kept-files'
import { LiveExchange, type LinkOrder } from './live-exchange'
import type { PinnedHeadquarters } from './pinned-headquarters'

export interface OpenExchangeParts {
  readonly workstation: Workstation
  readonly pinned: PinnedHeadquarters
  readonly schedule: Schedule
  readonly askFolder: () => Promise<string | null>
  readonly askFile: () => Promise<string | null>
  readonly program: string
  readonly onFault: (cause: unknown) => void
  /** To the window. */
  readonly tell: (news: 'came' | 'changed') => void
  readonly onRolledOver: () => void
}

export interface OpenExchange {
  readonly desk: ExchangeDesk
  hear(change: DeskChange): void
  end(): void
}

/** Headquarters may be busy with others. */
const timeoutMs = 60_000
/** A window that is told of every act would do nothing but ask. */
const changesEveryMs = 250

/** The exchange of this program: files in the office's folder, HTTP, and the clock of the office. */
export function openExchange(parts: OpenExchangeParts): OpenExchange {
  const { workstation, pinned, schedule, onFault, program, onRolledOver } = parts
  const { folder, clock } = workstation.options
  const tellSeldom = oncePer(changesEveryMs, schedule, () => parts.tell('changed'))
  const live = new LiveExchange({
    ...{ workstation, pinned, onFault, program, onRolledOver },
    shelves: exchangeShelves(path.join(folder, 'exchange')),
    linkTo: ({ address, publicKey, stopping, onClock }: LinkOrder) =>
      httpLink({
        ...{ url: address, headquartersKey: publicKey, proof: nodeCraft, timeoutMs, stopping, onClock },
        now: () => clock.now(),
        callers: () =>
          workstation.callers.map(({ chain, sign }) => ({
            chain,
            signNote: note => sign(Buffer.from(note)).toString('base64'),
          })),
      }),
    now: () => clock.now(),
    random: Math.random,
    wait: (ms, signal) =>
      new Promise(resolve => {
        if (signal.aborted) return resolve()
        const stop = schedule(resolve, ms)
        signal.addEventListener(
          'abort',
          () => {
            stop()
            resolve()
          },
          { once: true },
        )
      }),
    tell: news => (news === 'changed' ? tellSeldom() : parts.tell(news)),
  })
  const desk = exchangeDesk({
    ...{ workstation, pinned, live, timeoutMs, askFolder: parts.askFolder, askFile: parts.askFile },
    now: () => clock.now(),
  })
  return {
    desk,
    hear: change => {
      if (change === 'closed') desk.drop()
      live.hear(change)
    },
    end: () => void live.end(),
  }
}

/** At once for the first, then at most so often, and never without the last. */
function oncePer(ms: number, schedule: Schedule, tell: () => void): () => void {
  let isWaiting = false
  let isDue = false
  const next = (): void => {
    isWaiting = false
    if (isDue) ask()
  }
  const ask = (): void => {
    isDue = isWaiting
    if (isWaiting) return
    isWaiting = true
    schedule(next, ms)
    tell()
  }
  return ask
}
