import path from 'node:path'
import type { Schedule } from '../../vault/auto-lock'
import type { DeskChange, Workstation } from '../../workstation/workstation'
import type { TellFinding } from '../exchange-findings'
import { httpBlobLink } from '../blob-link'
import { carryBlobs } from '../carry-blobs'
import { heldThere } from '../held-there'
import { httpLink, signedCalls, type HttpLinkParts } from '../http-link'
import { nodeCraft } from '../node-craft'
import { scanCounter } from '../waiting-scans'
import { httpUpdateLink, type UpdateLink } from '../update-link'
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
  readonly askWhere: (suggested: string) => Promise<string | null>
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
  /** For update packages that lie at headquarters; null where this machine is on no line to one. */
  updatesThere(stopping: () => AbortSignal): UpdateLink | null
  /** What sticks share with the line: whom this machine takes for headquarters, its receipts, and the record. */
  readonly sticks: { readonly headquarters: () => LiveExchange['known']; readonly tell: TellFinding }
}

/** Whoever has no use for headquarters' clock, or exchanges no acts, leaves that out. */
type Line = Pick<LinkOrder, 'address' | 'publicKey' | 'stopping'> & Partial<LinkOrder>

/** Headquarters may be busy with others. */
const timeoutMs = 60_000
/** A window that is told of every act would do nothing but ask. */
const changesEveryMs = 250

/** The exchange of this program: files in the office's folder, HTTP, and the clock of the office. */
export function openExchange(parts: OpenExchangeParts): OpenExchange {
  const { workstation, pinned, schedule, onFault, program, onRolledOver } = parts
  const { folder, clock } = workstation.options
  const tellSeldom = oncePer(changesEveryMs, schedule, () => parts.tell('changed'))
  const held = heldThere(path.join(folder, 'exchange', 'sticks', 'held-headquarters.txt')) // as sticks say it too
  const turn = { putOff: new Set<string>(), elsewhere: new Set<string>() }
  /** Null while the desk is locked. */
  const shelf = () => {
    const { carried: blobs, blobIndex } = workstation.scans ?? {}
    if (!blobs || !blobIndex) return null
    held.lookAgain()
    return { held, blobs, named: () => blobIndex.named() }
  }
  const lineTo = ({ address, publicKey, ...order }: Line): HttpLinkParts => ({
    ...{ ...order, url: address, headquartersKey: publicKey, proof: nodeCraft, timeoutMs },
    now: () => clock.now(),
    callers: () =>
      workstation.callers.map(({ chain, sign }) => ({
        chain,
        signNote: note => sign(Buffer.from(note)).toString('base64'),
      })),
  })
  const live = new LiveExchange({
    ...{ workstation, pinned, onFault, program, onRolledOver },
    shelves: exchangeShelves(path.join(folder, 'exchange')),
    linkTo: order => {
      const line = lineTo(order)
      return { ...httpLink(line), blobs: httpBlobLink(signedCalls(line)) }
    },
    scans: {
      carry: (link, order) => {
        const open = shelf()
        return open && carryBlobs({ ...open, ...order, link, turn })
      },
      counter: scanCounter(shelf, turn.elsewhere),
    },
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
    askWhere: parts.askWhere,
    now: () => clock.now(),
  })
  return {
    desk,
    hear: change => {
      if (change === 'closed') desk.drop()
      live.hear(change)
    },
    end: () => void live.end(),
    updatesThere: stopping => {
      const { address = null, publicKey = '' } = pinned.current() ?? {}
      if (address === null) return null
      return httpUpdateLink(signedCalls(lineTo({ address, publicKey, stopping })))
    },
    sticks: { headquarters: () => live.known, tell: finding => live.noteOfStick(finding) },
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
