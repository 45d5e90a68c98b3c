import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { foldRequest } from '#shared/domain/requests/request'
import { builtScript } from '../support/launch/built-script'
import { openTestWorkstation, signInFirst, valueOf } from '../support/workstation/test-workstation'

export interface KillReport {
  readonly kills: number
  readonly acknowledged: number
  readonly acts: number
  readonly factTypes: number
  readonly lost: number
  /** Subjects whose acts do not fold, or a frame of which only a part was there. */
  readonly halfApplied: number
  readonly refused: number
  readonly tornTails: number
}

type Tally = { -readonly [K in keyof KillReport]: KillReport[K] }

/** kill -9 at random moments over all kinds of act, always on the same office, which is checked after each. */
export async function killOften(rounds: number, progress: (line: string) => void): Promise<KillReport> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kill-'))
  const tally: Tally = {
    kills: 0,
    acknowledged: 0,
    acts: 0,
    factTypes: 0,
    lost: 0,
    halfApplied: 0,
    refused: 0,
    tornTails: 0,
  }
  try {
    for (let round = 1; round <= rounds; round++) {
      const acks = await oneLife(folder)
      await check(folder, { acks, tally })
      progress(`kill ${round}/${rounds}: ${tally.acknowledged} acknowledged, ${tally.lost} lost, ${tally.acts} acts`)
    }
    return tally
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

interface Ack {
  readonly seq: number
  readonly hash: string
}

async function oneLife(folder: string): Promise<Ack[]> {
  const script = await builtScript('tests/faults/office-writer.ts')
  const writer = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'pipe'] })
  let log = ''
  let errors = ''
  writer.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const begun = new Promise<void>((resolve, reject) => {
    writer.stdout.on('data', (chunk: Buffer) => {
      log += chunk.toString()
      if (log.split('\n').length > 3) resolve()
    })
    writer.once('exit', code => reject(new Error(`the writer stopped by itself (${code}): ${errors}`)))
  })
  const gone = new Promise<void>(resolve => writer.once('close', () => resolve()))
  await begun
  writer.removeAllListeners('exit')
  await new Promise(resolve => setTimeout(resolve, Math.random() * 250))
  writer.kill('SIGKILL')
  await gone
  return log
    .split('\n')
    .slice(0, -1) // what was not ended by a line feed was not acknowledged
    .map(line => line.split(' '))
    .map(([seq, hash]) => ({ seq: Number(seq), hash: hash! }))
}

async function check(folder: string, { acks, tally }: { acks: Ack[]; tally: Tally }): Promise<void> {
  const workstation = openTestWorkstation({ folder })
  const session = valueOf(await signInFirst(workstation))
  const ledger = workstation.ledger!
  tally.kills++
  tally.acknowledged += acks.length
  if (session.readOnly) tally.refused++
  if (session.tornTailBytes) tally.tornTails++
  tally.lost += acks.filter(ack => ledger.hashAt(ack.seq) !== ack.hash).length
  const types = new Set<string>()
  tally.acts = ledger.head.seq
  for (const subject of ledger.subjects()) {
    const acts = ledger.actsOf(subject)
    for (const act of acts) for (const fact of act.facts) types.add(fact.type)
    if (!subject.startsWith('request:')) continue
    const request = foldRequest(acts.map(act => ({ ...act, at: 0 })) as never)
    if (!request || request.conflicts.length > 0) tally.halfApplied++
  }
  tally.factTypes = types.size
  workstation.lock()
}
