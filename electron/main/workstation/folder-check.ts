import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'

/** The second copy must be written and read back there, and must not lie where the first one lies. */
export function prepareMirrorFolder(folder: string, office: string): Result<void, Problem> {
  if (liesWithin(folder, office) || liesWithin(office, folder)) return unusable('besideOffice')
  const probe = path.join(folder, `records-desk-${randomUUID()}.probe`)
  try {
    const written = Buffer.from(randomUUID())
    fs.writeFileSync(probe, written, { flag: 'wx', flush: true })
    if (!fs.readFileSync(probe).equals(written)) return unusable('readsBackDifferently')
    // Made now and never again: a stick that is not plugged in must not become a folder of this disk.
    for (const part of ['vault', 'journal']) fs.mkdirSync(path.join(folder, part), { recursive: true, mode: 0o700 })
    return ok(undefined)
  } catch {
    return unusable('notWritable')
  } finally {
    fs.rmSync(probe, { force: true })
  }
}

/** Scans are taken from there; nothing is written. */
export function checkScannerFolder(folder: string): Result<void, Problem> {
  try {
    fs.readdirSync(folder)
    return ok(undefined)
  } catch {
    return unusable('notReadable')
  }
}

type Why = Extract<Problem, { kind: 'folderUnusable' }>['why']
const unusable = (why: Why): Result<never, Problem> => err({ kind: 'folderUnusable', why })

function liesWithin(folder: string, other: string): boolean {
  const way = path.relative(realOf(other), realOf(folder))
  return way === '' || (!way.startsWith('..') && !path.isAbsolute(way))
}

function realOf(folder: string): string {
  try {
    return fs.realpathSync(folder)
  } catch {
    return path.resolve(folder)
  }
}
