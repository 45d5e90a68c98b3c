import fs from 'node:fs'
import path from 'node:path'
import { err, ok, type Result } from '#shared/kernel/result'
import type { StoreProblem } from '../store-problem'

/** The user that PostgreSQL runs as where headquarters was started as root. */
export interface RunsAs {
  readonly user: string
  readonly uid: number
  readonly gid: number
}

/** In this order. `nobody` stands on every system; PostgreSQL asks for a user that has a name. */
const candidates = ['postgres', 'nobody']

/** Null where the program does not run as root (or on Windows), and PostgreSQL runs as whoever started it. */
export function whomToRunAs(passwd = '/etc/passwd'): Result<RunsAs | null, StoreProblem> {
  if (process.getuid?.() !== 0) return ok(null)
  const users = fs
    .readFileSync(passwd, 'utf8')
    .split('\n')
    .map(line => line.split(':'))
  for (const name of candidates) {
    const [user, , uid, gid] = users.find(([first]) => first === name) ?? []
    if (user && Number(uid) > 0) return ok({ user, uid: Number(uid), gid: Number(gid) })
  }
  return err({ kind: 'nobodyToRunAs', tried: candidates })
}

/** Whether every folder above lets that user through, and the file itself lets it read and run. */
export function mayBeReachedBy({ uid, gid }: RunsAs, file: string): boolean {
  const lets = (at: string, bits: number) => {
    const stat = fs.statSync(at)
    const shift = stat.uid === uid ? 6 : stat.gid === gid ? 3 : 0
    return ((stat.mode >> shift) & bits) === bits
  }
  const above: string[] = []
  for (let at = path.dirname(file); ; at = path.dirname(at)) {
    above.push(at)
    if (at === path.dirname(at)) break
  }
  return above.every(folder => lets(folder, 1)) && lets(file, fs.statSync(file).isDirectory() ? 1 : 5)
}
