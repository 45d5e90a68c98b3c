import fs from 'node:fs'
import path from 'node:path'

/** Sealed files that a receiver is known to hold whole, by their digest. Nothing is lost with it: they are asked for once more. */
export interface HeldThere {
  has(digest: string): boolean
  add(digest: string): void
  addAll(digests: Iterable<string>): void
}

export interface HeldOnDisk extends HeldThere {
  /** Reads what somebody else has put into the same file since: sticks say there what they carried. */
  lookAgain(): void
}

/** One digest a line, appended to. A last line that was never wholly written, or one that is none of ours, is not read. */
export function heldThere(file: string): HeldOnDisk {
  const known = new Set<string>()
  let bytes = -1
  const lookAgain = (): void => {
    const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0
    if (size === bytes) return
    for (const line of linesOf(file)) if (shape.test(line)) known.add(line)
    bytes = size
  }
  lookAgain()
  const addAll = (digests: Iterable<string>): void => {
    const news = [...new Set(digests)].filter(digest => shape.test(digest) && !known.has(digest))
    if (news.length === 0) return
    for (const digest of news) known.add(digest) // also where the disk is full: until the next start
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    // Begins with a line end: what a crash left of the line before must not swallow this one.
    fs.appendFileSync(file, `\n${news.join('\n')}\n`, { mode: 0o600 })
  }
  return { has: digest => known.has(digest), add: digest => addAll([digest]), addAll, lookAgain }
}

const shape = /^[0-9a-f]{64}$/u

function linesOf(file: string): readonly string[] {
  try {
    return fs.readFileSync(file, 'utf8').split('\n')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw cause
  }
}
