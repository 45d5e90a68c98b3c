import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { builtScript } from '../support/launch/built-script'
import { founding, valueOf } from '../support/workstation/test-workstation'
import { changeKinds, openOffice, type ChangeAnswer, type ChangeKind, type ChangeLine } from './change-lines'
import { checkOffice } from './check-changes'
import type { Life } from './life'

export interface KindTally {
  readonly kills: number
  /** Kills between the beginning of a change and its acknowledgement. */
  readonly inside: number
  /** How the change that was under way was found afterwards. */
  readonly old: number
  readonly new: number
}

export interface ChangesReport {
  readonly kills: number
  readonly acknowledged: number
  readonly kinds: Readonly<Record<ChangeKind, KindTally>>
  /** Lost, half-applied or stuck, each in words. Must be empty. */
  readonly wrong: readonly string[]
}

export interface KillChangesOptions {
  readonly rounds: number
  readonly kinds?: readonly ChangeKind[]
  /** A writer that does wrong on purpose. */
  readonly planted?: boolean
  readonly progress?: (line: string) => void
}

/**
 * kill -9 while the vault and the ledger change together, each kind in turn on an office of its own: every second time
 * at a random moment, else right after a random step on the disk.
 */
export async function killChanges(options: KillChangesOptions): Promise<ChangesReport> {
  const { rounds, kinds = changeKinds, planted = false, progress = () => undefined } = options
  const tallies = Object.fromEntries(changeKinds.map(kind => [kind, { kills: 0, inside: 0, old: 0, new: 0 }]))
  const report = { kills: 0, acknowledged: 0, kinds: tallies as Record<ChangeKind, Writable<KindTally>> }
  const wrong: string[] = []
  for (let round = 0; round < rounds; round++) {
    const kind = kinds[round % kinds.length]!
    const mode = planted ? 'planted' : Math.floor(round / kinds.length) % 2 === 0 ? 'step' : 'moment'
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kill-change-'))
    try {
      const first = kind === 'founding' ? null : await foundOffice(folder)
      const lines = await oneLife(folder, { kind, mode })
      const life = lifeOf(lines, first)
      const found = await checkOffice(folder, life)
      const tally = report.kinds[kind]
      tally.kills++
      if (life.underWay) tally.inside++
      if (life.underWay && found.state) tally[found.state]++
      report.kills++
      report.acknowledged += life.done.length
      wrong.push(...found.wrong.map(what => `${kind}, ${mode}, round ${round + 1}: ${what}`))
      progress(
        `kill ${round + 1}/${rounds} (${kind}, ${mode}): ${report.acknowledged} acknowledged, ${wrong.length} wrong`,
      )
    } finally {
      fs.rmSync(folder, { recursive: true, force: true })
    }
  }
  return { ...report, wrong }
}

/** One line for each kind and one for each fault. */
export function inWords({ kills, acknowledged, kinds, wrong }: ChangesReport): string {
  const lines = Object.entries(kinds).map(
    ([kind, tally]) =>
      `  ${kind}: ${tally.kills} kills, ${tally.inside} before the answer (found old ${tally.old}, new ${tally.new})`,
  )
  const sum = `  ${kills} kills, ${acknowledged} acknowledged, ${wrong.length} wrong`
  return [...lines, sum, ...wrong.map(what => `  WRONG ${what}`)].join('\n')
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

async function foundOffice(folder: string): Promise<ChangeAnswer> {
  const workstation = openOffice(folder)
  const { session, recoveryKey } = valueOf(await workstation.establish(founding))
  const { head } = workstation.ledger!
  workstation.lock()
  return { personId: session.personId, recoveryKey, head }
}

function lifeOf(lines: readonly ChangeLine[], first: ChangeAnswer | null): Life {
  const own = lines.slice(lines.findIndex(line => line.at === 'begin' && line.isTarget))
  const relevant = first ? lines : own // the rehearsal of a founding was in another folder
  const last = relevant.at(-1)
  return {
    first,
    done: relevant.flatMap(line => (line.at === 'done' ? [line] : [])),
    underWay: last?.at === 'begin' ? last.plan : null,
  }
}

/** Lives until it kills itself, or until a moment after the target change began, chosen within the time it usually takes. */
async function oneLife(folder: string, { kind, mode }: { kind: ChangeKind; mode: string }): Promise<ChangeLine[]> {
  const script = await builtScript('tests/faults/change-writer.ts')
  const writer = spawn(process.execPath, [script, folder, kind, mode], { stdio: ['ignore', 'pipe', 'pipe'] })
  let log = ''
  let errors = ''
  let usual = 0
  let begunAt = 0
  writer.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  writer.stdout.on('data', (chunk: Buffer) => {
    const before = parse(log).length
    log += chunk.toString()
    for (const line of parse(log).slice(before)) {
      const now = performance.now()
      if (line.at === 'begin') begunAt = now
      else if (line.plan.kind === kind && usual === 0) usual = now - begunAt
      if (mode !== 'moment' || line.at !== 'begin' || !line.isTarget || usual === 0) continue
      const until = now + Math.random() * usual * 1.2
      while (performance.now() < until); // a timer is too coarse for a change of a few milliseconds
      writer.kill('SIGKILL')
    }
  })
  return new Promise((resolve, reject) => {
    writer.once('error', reject)
    writer.once('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(parse(log))
      else reject(new Error(`the writer stopped by itself (${code ?? signal}): ${errors}`))
    })
  })
}

/** What was not ended by a line feed was not said. */
const parse = (log: string): ChangeLine[] =>
  log
    .split('\n')
    .slice(0, -1)
    .map(line => JSON.parse(line) as ChangeLine)
