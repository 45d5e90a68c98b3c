import fs from 'node:fs'
import type { OfferedPackage } from '#shared/contracts/headquarters-api'
import type { Problem } from '#shared/contracts/problems'
import type { AtHeadquarters, UpdateState } from '#shared/contracts/update-channels'
import { err, ok, type Result } from '#shared/kernel/result'
import { remainingSeconds } from '../media/exporting/export-progress'
import type { LinkProblem } from '../sync/headquarters-link'
import { PieceSize } from '../sync/piece-size'
import type { OfferedPackages, UpdateLink } from '../sync/update-link'
import { fetchUpdate, heldOf } from './fetch-update'
import { judgeUpdate, type RunningVersion } from './judge-update'
import { compareVersions } from './version-order'

export interface HeadquartersUpdatesParts {
  /** Null where this machine is enrolled nowhere, or exchanges by media only. Calls under way end with the signal. */
  readonly linkTo: (stopping: () => AbortSignal) => UpdateLink | null
  /** Where a package lies until it is whole. */
  readonly folder: string
  readonly running: () => RunningVersion
  readonly freeBytes: () => number
  readonly now: () => number
}

/** What headquarters has for this machine: asked and fetched when a person wants it, never by itself. */
export interface HeadquartersUpdates {
  state(): Pick<UpdateState, 'atHeadquarters' | 'fetching'>
  ask(): Promise<void>
  /** Fetches what `ask` found and hands the whole file over; null where a person stopped it. */
  fetch<T>(take: (file: string) => Promise<Result<T, Problem>>): Promise<Result<T | null, Problem>>
  /** Ends what is under way; what came of a package stays for the next time. */
  breakOff(): Promise<void>
}

type Found = { readonly offer: OfferedPackage } | Exclude<AtHeadquarters, { kind: 'newer' }>

export function headquartersUpdates(parts: HeadquartersUpdatesParts): HeadquartersUpdates {
  const { folder, running, freeBytes, now } = parts
  let found: Found | null = null
  let fetching: UpdateState['fetching'] = null
  let stopping = new AbortController()
  const pieces = new PieceSize()
  let underWay: Promise<unknown> = Promise.resolve()

  const link = (): UpdateLink | null => {
    const mine = (stopping = new AbortController())
    return parts.linkTo(() => mine.signal)
  }

  async function fetched<T>(take: (file: string) => Promise<Result<T, Problem>>): Promise<Result<T | null, Problem>> {
    if (fetching || !found || !('offer' in found)) return err({ kind: 'updateGone' })
    const { offer } = found
    const heldBefore = heldOf(folder, offer.sha256)
    const line = link()
    if (!line) return err({ kind: 'updateCutShort', why: 'away', heldBytes: heldBefore })
    const startedAt = now()
    const onHeld = (doneBytes: number): void => {
      const pace = { startedAt, now: now(), doneBytes: doneBytes - heldBefore, totalBytes: offer.bytes - heldBefore }
      fetching = { doneBytes, totalBytes: offer.bytes, remainingSeconds: remainingSeconds(pace) }
    }
    onHeld(heldBefore)
    try {
      const file = await fetchUpdate(offer, { link: line, folder, signal: stopping.signal, freeBytes, onHeld, pieces })
      if (!file.ok || file.value === null) return file.ok ? ok(null) : file
      const taken = await take(file.value)
      found = null
      fs.rmSync(folder, { recursive: true, force: true })
      return taken
    } finally {
      fetching = null
    }
  }

  return {
    state: () => ({ atHeadquarters: found && toldOf(found, folder), fetching }),
    async ask() {
      if (fetching) return
      found = null
      const line = link()
      const { signal } = stopping
      const answer = line ? await line.list(running()) : null
      if (signal.aborted) return
      found = answer ? judged(answer, running()) : { kind: 'notConnected' }
    },
    fetch(take) {
      const done = fetched(take)
      underWay = done.catch(() => undefined)
      return done
    },
    async breakOff() {
      stopping.abort()
      await underWay
    },
  }
}

function judged(answer: Result<OfferedPackages | null, LinkProblem>, running: RunningVersion): Found {
  if (!answer.ok) {
    const { kind } = answer.problem
    return { kind: kind === 'locked' || kind === 'stopped' ? 'away' : kind }
  }
  return answer.value ? chosenOf(answer.value, running) : { kind: 'unknownThere' }
}

/** The newest that may replace what runs here. */
function chosenOf(packages: OfferedPackages, running: RunningVersion): Found {
  const { product, platform, arch } = running
  const newest = [...packages].sort((a, b) => compareVersions(b.version, a.version))
  const weighed = newest.map(offer => ({
    offer,
    why: judgeUpdate({ ...offer, kind: offer.kind, product, platform, arch }, running),
  }))
  const fitting = weighed.find(({ why }) => why === null)
  if (fitting) return { offer: fitting.offer }
  const tooFar = weighed.find(({ why }) => why?.kind === 'updateRefused' && why.fault === 'tooFarApart')
  return tooFar ? { kind: 'tooFarApart', version: tooFar.offer.replaces } : { kind: 'noneNewer' }
}

function toldOf(found: Found, folder: string): AtHeadquarters {
  if (!('offer' in found)) return found
  const { version, bytes, sha256 } = found.offer
  return { kind: 'newer', version, bytes, heldBytes: Math.min(bytes, heldOf(folder, sha256)) }
}
