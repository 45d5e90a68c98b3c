import fs from 'node:fs'
import path from 'node:path'

/** Sealed files that a receiver is known to hold whole, by their digest. Nothing is lost with it: they are asked for once more. */
export interface HeldThere {
  has(digest: string): boolean
  add(digest: string): void
  addAll(digests: Iterable<string>): void
}

/** One digest a line, appended to. A last line that was never wholly written, or one that is none of ours, is not read. */
export function heldThere(file: string): HeldThere {
  const known = new Set(linesOf(file).filter(line => shape.test(line)))
  const addAll = (digests: Iterable<string>): void => {
    const news = [...new Set(digests)].filter(digest => shape.test(digest) && !known.has(digest))
    if (news.length === 0) return
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    // Begins with a line end: what a crash left of the line before must not swallow this one.
    fs.appendFileSync(file, `\n${news.join('\n')}\n`, { mode: 0o600 })
    for (const digest of news) known.add(digest)
  }
  return { has: digest => known.has(digest), add: digest => addAll([digest]), addAll }
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
