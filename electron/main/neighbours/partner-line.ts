import { err, type Result } from '#shared/kernel/result'
import type { NeighbourState } from '#shared/contracts/neighbour-channels'
import type { Craft } from '#shared/ledger/exchange/craft'
import { carryBlobs, type CarryTurn } from '../sync/carry-blobs'
import type { HeldThere } from '../sync/held-there'
import { heldUp, type TellFinding } from '../sync/exchange-findings'
import { lastingLedger } from '../sync/lasting-ledger'
import type { LinkProblem } from '../sync/headquarters-link'
import { SyncRunner } from '../sync/sync-runner'
import { neighbourLine, whoServes, type NeighbourLine } from './line/neighbour-pass'
import type { ServedDesk } from './serving/served-desk'

export interface PartnerParts {
  readonly desk: () => ServedDesk | null
  /** Place of the machine that serves; null where there is none. */
  readonly url: () => string | null
  readonly craft: Craft
  readonly now: () => number
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
  readonly random: () => number
  readonly timeoutMs: number
  /** Acts or keys of others have come in. */
  readonly onTaken: () => void
  /** A sealed file that was not carried. */
  readonly tell: TellFinding
  readonly onFault: (cause: unknown) => void
}

/** This machine's exchange with the one that serves: by itself, for as long as the program runs. */
export interface PartnerLine {
  state(): Omit<NonNullable<NeighbourState['partner']>, 'address'>
  start(): void
  /** Now, or right after the pass that runs. */
  hurry(): void
  /** Something was written here: soon, so that what belongs together goes together. */
  wake(): void
  /** One pass; for tests, and what the runner does. */
  pass(): Promise<Result<void, LinkProblem>>
  stop(): Promise<void>
}

export function partnerLine(parts: PartnerParts): PartnerLine {
  let line: NeighbourLine | null = null
  let levelAt: number | null = null
  let trouble: Trouble | null = null
  let isRunning = false
  /** What that machine is known to hold, as long as it is the same one at the same place. */
  let carrying: Carrying | null = null

  async function exchange(): Promise<Result<void, LinkProblem>> {
    const [open, url] = [parts.desk(), parts.url()]
    if (!open || !url) return err({ kind: 'locked' })
    const theirs = await whoServes(url, open.ledger, parts.timeoutMs)
    if (!theirs.ok) return theirs
    if (theirs.value.chain === open.ledger.ownChain) return err({ kind: 'refused' }) // its own line
    if (line?.url !== url || line.theirs.chain !== theirs.value.chain)
      line = lineTo(parts, { url, theirs: theirs.value, office: open.ledger.office })
    const pulled = await line.courier.pull() // also where no act is new: a key may have been made for one that came by a stick
    if (!pulled.ok) return pulled
    const done = await line.pass()
    if (done.ok) await carry(line)
    return done
  }

  /** Behind the acts that name them. What breaks off here goes on with the next pass, and hinders no act. */
  async function carry(to: NeighbourLine): Promise<void> {
    const blobs = parts.desk()?.blobs
    if (!blobs) return
    if (carrying?.with !== to) carrying = { with: to, held: heldNow(), turn: { putOff: new Set() } }
    const { held, turn } = carrying
    await carryBlobs({
      ...{ link: to.blobs, blobs: blobs.carried, named: () => blobs.named(), held, turn },
      onFault: (name, why) => parts.tell(heldUp(name, why)),
    })
  }

  async function pass(): Promise<Result<void, LinkProblem>> {
    if (parts.url() === null) return err({ kind: 'locked' })
    isRunning = true
    try {
      const done = await exchange()
      trouble = done.ok ? null : troubleOf(done.problem)
      if (done.ok) levelAt = parts.now()
      return done
    } finally {
      isRunning = false
    }
  }

  const { wait, random, onFault } = parts
  const runner = new SyncRunner({ pass, wait, random, onFault })
  return {
    state: () => ({ levelAt, isRunning, trouble }),
    start: () => runner.start(),
    hurry: () => runner.hurry(),
    wake: () => runner.wake(),
    pass,
    stop: () => runner.stop(),
  }
}

type Trouble = Exclude<LinkProblem['kind'], 'tooOften'>

/** A machine of the office counts no requests. */
const troubleOf = ({ kind }: LinkProblem): Trouble => (kind === 'tooOften' ? 'away' : kind)

interface Carrying {
  readonly with: NeighbourLine
  readonly held: HeldThere
  readonly turn: CarryTurn
}

/** Asked again at the next start: on the office's own network a question costs nothing. */
function heldNow(): HeldThere {
  const known = new Set<string>()
  return {
    has: digest => known.has(digest),
    add: digest => void known.add(digest),
    addAll: digests => {
      for (const digest of digests) known.add(digest)
    },
  }
}

function lineTo(
  parts: PartnerParts,
  { url, theirs, office }: Pick<NeighbourLine, 'url' | 'theirs'> & { readonly office: string },
): NeighbourLine {
  const { craft, now, timeoutMs, onTaken } = parts
  const open = (): ServedDesk => {
    const desk = parts.desk()
    if (!desk) throw new Error('locked')
    return desk
  }
  return neighbourLine({
    ...{ url, theirs, craft, now, timeoutMs, identities: () => open().identities() },
    ledger: lastingLedger(office, () => parts.desk()?.ledger ?? null),
    callers: () => {
      const callers = parts.desk()?.callers ?? []
      return callers.map(({ chain, sign }) => ({
        chain,
        signNote: (note: string) => sign(Buffer.from(note)).toString('base64'),
      }))
    },
    keys: () => {
      const desk = parts.desk()
      if (!desk) return null
      const { subjectKeys, headquarters } = desk
      const mayHold = desk.keyHolders().some(({ chain }) => chain === theirs.chain)
      return { office, subjectKeys, headquarters, mayHold, identities: () => desk.identities() }
    },
    tell: finding => {
      if (finding.kind === 'came') onTaken()
    },
  })
}
