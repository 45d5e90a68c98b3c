import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Founding } from '../../electron/main/workstation/founding'
import { builtScript } from '../support/launch/built-script'
import { founding, openTestWorkstation, signInFirst, valueOf } from '../support/workstation/test-workstation'
import { documentsIn, documentsOfSource, expectedOf, importOffice, writeSource } from './import-office'

/** What a writer says, one line each. */
export type ImportSaid =
  | { readonly at: 'begun'; readonly batchId: string }
  | { readonly at: 'frame' | 'done'; readonly ids: readonly string[]; readonly types: readonly string[] }
  | { readonly at: 'attached'; readonly documentId: string }
  | { readonly at: 'end'; readonly refused: number; readonly steps: number }

export interface ImportKillReport {
  kills: number
  /** Imports that came to their end, each after several kills. */
  imports: number
  /** Frames that were acknowledged, and those under way at a kill. */
  acknowledged: number
  underWay: number
  /** Starts that were offered the import that was left. */
  offered: number
  /** Lost, half there, doubled or stuck, each in words. Must be empty. */
  readonly wrong: string[]
}

export interface ImportKillOptions {
  /** Kills in all. */
  readonly kills: number
  /** Of one import, before it is let come to its end. */
  readonly killsOfImport: number
  /** A writer that forgets what it has begun. */
  readonly forgetful?: boolean
  readonly progress?: (line: string) => void
}

/**
 * kill -9 of the main process's core in the middle of an import, right after a random step on the disk; the next start goes
 * on where it was. After each kill whole frames are there or not; at the end every document is there once.
 */
export async function killImports(options: ImportKillOptions): Promise<ImportKillReport> {
  const { kills, killsOfImport, forgetful = false, progress = () => undefined } = options
  const report: ImportKillReport = { kills: 0, imports: 0, acknowledged: 0, underWay: 0, offered: 0, wrong: [] }
  // An import may be quicker than its kill; one more begins then, but not for ever: kills that never come are a fault, too.
  for (let round = 0; report.kills < kills && round < 2 * kills; round++) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'import-kill-'))
    try {
      await oneImport(folder, { killsOfImport: Math.min(killsOfImport, kills - report.kills), forgetful, report })
      progress(`import killed ${report.kills}/${kills}: ${report.acknowledged} frames, ${report.wrong.length} wrong`)
    } finally {
      fs.rmSync(folder, { recursive: true, force: true })
    }
  }
  return report
}

/** About so many does one take that is not killed. */
const stepsOfImport = 350
const stepsOfFrame = 12

/** Within the first or second frame that this life writes, and every second time anywhere. */
function aimOf(kill: number): string {
  const under = (most: number): number => 1 + Math.floor(Math.random() * most)
  return kill % 2 === 1 ? `${under(2)}:${under(stepsOfFrame)}` : String(under(stepsOfImport))
}

interface Importing {
  readonly killsOfImport: number
  readonly forgetful: boolean
  readonly report: ImportKillReport
}

async function oneImport(folder: string, { killsOfImport, forgetful, report }: Importing): Promise<void> {
  const [office, source] = [path.join(folder, 'office'), path.join(folder, '规范性文件')]
  writeSource(source)
  const workstation = openTestWorkstation({ folder: office })
  valueOf(await workstation.establish(withReviewer))
  workstation.lock()
  const must = (holds: boolean, otherwise: string): void => void (holds || report.wrong.push(otherwise))
  const acknowledged = new Set<string>()
  let last: readonly ImportSaid[] = []
  for (let life = 1; last.at(-1)?.at !== 'end'; life++) {
    const aim = life <= killsOfImport ? aimOf(life) : '0'
    last = await oneLife([office, source, aim, ...(forgetful ? ['forgetful'] : [])])
    if (last.at(-1)?.at !== 'end') report.kills++
    await look(office, { said: last, acknowledged, report, must })
  }
  await lookAtEnd(office, { last, must })
  report.imports++
}

/** What the import makes public is the reviewer's. */
const withReviewer: Founding = {
  ...founding,
  administrator: { ...founding.administrator, posts: ['administrator', 'reviewer'] },
}

interface Looking {
  readonly said: readonly ImportSaid[]
  readonly acknowledged: Set<string>
  readonly report: ImportKillReport
  readonly must: (holds: boolean, otherwise: string) => void
}

/** What the next start finds. */
async function look(office: string, { said, acknowledged, report, must }: Looking): Promise<void> {
  const workstation = openTestWorkstation({ folder: office })
  const session = valueOf(await signInFirst(workstation))
  must(!session.readOnly, 'the office opens read-only')
  const documents = documentsIn(workstation)
  for (const one of said) {
    if (one.at !== 'done' || one.types[0] !== 'document.catalogued@1') continue
    report.acknowledged++
    for (const id of one.ids) acknowledged.add(id)
  }
  const lost = [...acknowledged].filter(id => !documents.has(id as never))
  must(lost.length === 0, `${lost.length} acknowledged documents are gone`)
  const last = said.at(-1)
  if (last?.at === 'frame' && last.types[0] === 'document.catalogued@1') {
    report.underWay++
    const there = last.ids.filter(id => documents.has(id as never)).length
    must(there === 0 || there === last.ids.length, `${there} of a frame of ${last.ids.length} are there`)
  }
  const left = importOffice(workstation, '').desk.unfinished()
  const isBegun = said.some(({ at }) => at === 'begun') || documents.size > 0
  const isEnded = said.some(({ at }) => at === 'end')
  if (isBegun && !isEnded) must(left.length === 1, `${left.length} imports are offered to go on with`)
  report.offered += left.length
  workstation.lock()
}

async function lookAtEnd(
  office: string,
  { last, must }: Pick<Looking, 'must'> & { readonly last: readonly ImportSaid[] },
): Promise<void> {
  const workstation = openTestWorkstation({ folder: office })
  valueOf(await signInFirst(workstation))
  const end = last.at(-1)
  must(end?.at === 'end' && end.refused === 0, `the import ends with ${JSON.stringify(end)}`)
  const documents = [...documentsIn(workstation).entries()]
  must(documents.length === documentsOfSource, `${documents.length} documents instead of ${documentsOfSource}`)
  const titles = new Set(documents.map(([, { details }]) => details.title))
  must(titles.size === documents.length, `${documents.length - titles.size} documents are there twice`)
  const numbers = new Set(documents.map(([, { details }]) => details.indexNo))
  must(numbers.size === documents.length, 'an index number is there twice')
  const relations = documents.flatMap(([, document]) => document.relations)
  must(relations.length === expectedOf.relations, `${relations.length} relations`)
  let attached = 0
  for (const [id, { attachments }] of documents)
    for (const { digest } of attachments)
      if ((await workstation.scans!.blobs.verify(`document:${id}`, digest)) === null) attached++
  must(attached === expectedOf.attachments, `${attached} attachments are whole`)
  must(importOffice(workstation, '').desk.unfinished().length === 0, 'an import is still offered')
  workstation.lock()
}

/** What a writer said until it was killed or came to its end. */
async function oneLife(args: readonly string[]): Promise<readonly ImportSaid[]> {
  const script = await builtScript('tests/faults/import-writer.ts')
  const writer = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let log = ''
  let errors = ''
  writer.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()))
  writer.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  return new Promise((resolve, reject) => {
    writer.once('error', reject)
    writer.once('close', (code, signal) => {
      if (signal === 'SIGKILL' || code === 0) resolve(parse(log))
      else reject(new Error(`the writer stopped by itself (${code ?? signal}): ${errors}`))
    })
  })
}

/** What was not ended by a line feed was not said. */
const parse = (log: string): ImportSaid[] =>
  log
    .split('\n')
    .slice(0, -1)
    .map(line => JSON.parse(line) as ImportSaid)
