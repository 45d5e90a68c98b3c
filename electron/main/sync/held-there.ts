import fs from 'node:fs'
import path from 'node:path'
import { attemptWrite } from '../vault/attempt-write'
import { writeAtomically } from '../vault/atomic-file'
import { nodeVaultFiles } from '../vault/vault-files'

/** Sealed files that a receiver is known to hold whole, by their digest. Nothing is lost with it: they are asked for once more. */
export interface HeldThere {
  has(digest: string): boolean
  add(digest: string): void
  addAll(digests: Iterable<string>): void
}

export interface HeldOnDisk extends HeldThere {
  /** Reads what somebody else has put into the same file since: sticks say there what they carried. */
  lookAgain(): void
  /** The receiver has lost some of it, nobody knows which: nothing that was known up to this moment counts any more. */
  forget(at: number): void
  /**
   * By the receiver's own list: what it does not name was lost there. A list from before the last one, or before it was found
   * out that some was lost, may come late by a stick, and says nothing.
   */
  replace(digests: Iterable<string>, madeAt: number): void
}

/** Of every receiver by its chain: a headquarters with another key is another one. What another hand wrote is seen. */
export function heldShelves(folder: string): (chain: string) => HeldOnDisk {
  const shelves = new Map<string, HeldOnDisk>()
  return chain => {
    const known = shelves.get(chain) ?? heldThere(path.join(folder, `held-${chain}.txt`))
    shelves.set(chain, known)
    known.lookAgain()
    return known
  }
}

/**
 * One digest a line, appended to; before them from when on they were gathered, where that is known. A last line that was never
 * wholly written, or one that is none of ours, is not read.
 */
export function heldThere(file: string): HeldOnDisk {
  const known = new Set<string>()
  let since = 0
  let stamp = ''
  const stampNow = (): string => {
    const stat = fs.statSync(file, { throwIfNoEntry: false, bigint: true })
    return stat ? [stat.ino, stat.size, stat.mtimeNs].join() : 'none'
  }
  const lookAgain = (): void => {
    const now = stampNow()
    if (now === stamp) return
    const lines = linesOf(file)
    const theirs = lines.reduce((last, line) => Math.max(last, Number(begun.exec(line)?.[1] ?? 0)), 0)
    if (theirs !== since) known.clear() // begun anew by another hand
    since = theirs
    for (const line of lines) if (shape.test(line)) known.add(line)
    stamp = now
  }
  lookAgain()
  const addAll = (digests: Iterable<string>): void => {
    lookAgain()
    const news = [...new Set(digests)].filter(digest => shape.test(digest) && !known.has(digest))
    if (news.length === 0) return
    for (const digest of news) known.add(digest) // also where the disk is full: until the next start
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    // Begins with a line end: what a crash left of the line before must not swallow this one.
    fs.appendFileSync(file, `\n${news.join('\n')}\n`, { mode: 0o600 })
    stamp = stampNow()
  }
  const beginAnew = (at: number, digests: readonly string[]): void => {
    since = at
    known.clear()
    for (const digest of digests) known.add(digest)
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    writeAtomically(nodeVaultFiles, file, Buffer.from([`since ${at}`, ...digests, ''].join('\n')))
    stamp = stampNow()
  }
  return {
    ...{ has: (digest: string) => known.has(digest), add: (digest: string) => addAll([digest]), addAll, lookAgain },
    forget: at => {
      lookAgain()
      const written = attemptWrite(() => beginAnew(Math.max(Math.floor(at), since + 1), []))
      // A full disk must not bring it back after the next start.
      if (!written.ok) attemptWrite(() => fs.rmSync(file, { force: true }))
    },
    replace: (digests, madeAt) => {
      lookAgain()
      const at = Math.floor(madeAt)
      if (at > since)
        beginAnew(
          at,
          [...new Set(digests)].filter(digest => shape.test(digest)),
        )
    },
  }
}

const shape = /^[0-9a-f]{64}$/u
const begun = /^since ([0-9]{1,15})$/u

function linesOf(file: string): readonly string[] {
  try {
    return fs.readFileSync(file, 'utf8').split('\n')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw cause
  }
}
