import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { err, ok, type Result } from '#shared/kernel/result'
import type { StoreProblem } from '../store-problem'
import type { Programs } from './programs'
import type { RunsAs } from './runs-as'
import type { Secrets } from './secrets'

export interface ClusterToMake {
  readonly data: string
  readonly programs: Programs
  readonly secrets: Secrets
  readonly runsAs: RunsAs | null
  readonly isMadeInHaste?: true
}

/**
 * Sorted by code points (the builtin C.UTF-8 of PostgreSQL 17 and later), so that neither a locale of the machine nor its
 * next libc moves an index; with checksums, so that a rotten page is heard of.
 */
const shape = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
const guarded = ['--data-checksums', '--auth=scram-sha-256', '--username=keeper']

/** Does nothing where the cluster is there. It has its name only when it is whole. */
export async function makeCluster(parts: ClusterToMake): Promise<Result<void, StoreProblem>> {
  const { data, programs, secrets, runsAs, isMadeInHaste } = parts
  if (fs.existsSync(path.join(data, 'PG_VERSION'))) return ok(undefined)
  const nest = fs.mkdtempSync(`${data}.part-`)
  try {
    const part = path.join(nest, 'data')
    const password = path.join(nest, 'password')
    fs.writeFileSync(password, secrets.keeper, { mode: 0o600 })
    if (runsAs) [nest, password].forEach(file => fs.chownSync(file, runsAs.uid, runsAs.gid))
    const haste = isMadeInHaste ? ['--no-sync'] : []
    const { code, said } = await run(programs.initdb, [...shape, ...guarded, ...haste, `--pwfile=${password}`, part], {
      ...{ cwd: nest, env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C' } },
      ...(runsAs ? { uid: runsAs.uid, gid: runsAs.gid } : {}),
    })
    if (code !== 0) return err({ kind: 'clusterNotMade', said: said.trim().split('\n').slice(-3).join(' | ') })
    fs.renameSync(part, data)
    return ok(undefined)
  } finally {
    fs.rmSync(nest, { recursive: true, force: true })
  }
}

type Options = { cwd: string; env: Record<string, string>; uid?: number; gid?: number }

function run(program: string, args: readonly string[], options: Options): Promise<{ code: number; said: string }> {
  return new Promise(resolve => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (part: Buffer) => (said += part.toString()))
    child.once('error', error => resolve({ code: -1, said: error.message }))
    child.once('close', code => resolve({ code: code ?? -1, said }))
  })
}
