import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openTestLedger } from '../support/journal/test-ledger'
import { bundleForNode } from '../support/launch/bundle-for-node'

export interface PowerReport {
  readonly cuts: number
  readonly acknowledged: number
  readonly lost: number
  readonly refused: number
  readonly controlFilesGone: number
  readonly tornTails: number
}

/** EXT4_IOC_SHUTDOWN with NOLOGFLUSH: the mounted file system stops as if the plug were pulled. Perl, because Node has no ioctl. */
const shutdown =
  'open(my $d,"<",$ARGV[0]) or die; <STDIN>; my $f=pack("L",2); ioctl($d,0x8004587d,$f) or die "ioctl: $!"'

/** Why power cuts cannot be made here, or null. */
export function whyNoPower(): string | null {
  if (process.platform !== 'linux') return 'power cuts need Linux'
  if (process.getuid?.() !== 0) return 'power cuts need root (loop device, mount, shutdown ioctl)'
  const missing = ['mkfs.ext4', 'mount', 'perl', 'truncate'].filter(tool => spawnSync('which', [tool]).status !== 0)
  if (missing.length > 0) return `power cuts need ${missing.join(', ')}`
  const probe = makeDisk()
  if (typeof probe === 'string') return probe
  dropDisk(probe)
  return null
}

export interface PowerOrder {
  readonly rounds: number
  readonly progress?: (line: string) => void
  /** A planted failure: a build that forgets to flush. */
  readonly planted?: boolean
}

export async function cutPower({ rounds, progress = () => undefined, planted }: PowerOrder): Promise<PowerReport> {
  const writer = await bundleForNode(path.join(import.meta.dirname, 'journal-writer.ts'))
  const tally = { cuts: 0, acknowledged: 0, lost: 0, refused: 0, controlFilesGone: 0, tornTails: 0 }
  for (let round = 1; round <= rounds; round++) {
    const disk = makeDisk()
    if (typeof disk === 'string') throw new Error(disk)
    try {
      await oneCut(disk, tally, [writer.file, disk.mount, ...(planted ? ['forgetful'] : [])])
      if (round % 10 === 0 || round === rounds)
        progress(`cut ${round}/${rounds}: ${tally.acknowledged} acknowledged, ${tally.lost} lost`)
    } finally {
      dropDisk(disk)
    }
  }
  writer.drop()
  return tally
}

type Tally = { -readonly [K in keyof PowerReport]: PowerReport[K] }

async function oneCut(disk: Disk, tally: Tally, program: readonly string[]): Promise<void> {
  const cut = armCut(disk)
  const writer = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'ignore'] })
  let log = ''
  writer.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()))
  await until(() => log.split('\n').length > 30, writer)
  await new Promise(resolve => setTimeout(resolve, 50 + Math.random() * 700))
  const cutAt = await cut()
  writer.kill('SIGKILL')
  await exit(writer)
  powerOn(disk)
  compare({ log, cutAt, mount: disk.mount }, tally)
}

/** Makes ready; the cut itself answers the moment before it: what was acknowledged later could not have been. */
export function armCut({ mount }: Disk): () => Promise<bigint> {
  const helper = spawn('perl', ['-e', shutdown, mount], { stdio: ['pipe', 'ignore', 'inherit'] })
  return async () => {
    const cutAt = process.hrtime.bigint()
    helper.stdin.end('\n')
    await exit(helper)
    return cutAt
  }
}

/** Once nobody has a file open there any more. */
export function powerOn({ image, mount }: Disk): void {
  run('umount', mount)
  run('mount', '-o', 'loop', image, mount)
}

function compare(cut: { log: string; cutAt: bigint; mount: string }, tally: Tally): void {
  const acks = cut.log.split('\n').flatMap(line => {
    const [seq, hash, at] = line.split(' ')
    return at && BigInt(at) < cut.cutAt ? [{ seq: Number(seq), hash: hash! }] : []
  })
  const ledger = openTestLedger({ folder: path.join(cut.mount, 'journal') })
  tally.cuts++
  tally.acknowledged += acks.length
  if (ledger.readOnly) tally.refused++
  if (ledger.tornTailBytes > 0) tally.tornTails++
  tally.lost += acks.filter(ack => ack.seq > ledger.head.seq || ledger.hashAt(ack.seq) !== ack.hash).length
  ledger.close()
  const control = path.join(cut.mount, 'control')
  if (!fs.existsSync(control) || fs.statSync(control).size === 0) tally.controlFilesGone++
}

export interface Disk {
  readonly folder: string
  readonly image: string
  readonly mount: string
}

export function makeDisk(megabytes = 256): Disk | string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'power-'))
  const disk = { folder, image: path.join(folder, 'disk.img'), mount: path.join(folder, 'mnt') }
  fs.mkdirSync(disk.mount)
  try {
    run('truncate', '-s', `${megabytes}M`, disk.image)
    run('mkfs.ext4', '-q', '-F', disk.image)
    run('mount', '-o', 'loop', disk.image, disk.mount)
    return disk
  } catch (cause) {
    fs.rmSync(folder, { recursive: true, force: true })
    return `no loop-mounted ext4 here: ${String(cause)}`
  }
}

export function dropDisk(disk: Disk): void {
  spawnSync('umount', [disk.mount])
  fs.rmSync(disk.folder, { recursive: true, force: true })
}

function run(...[program, ...args]: [string, ...string[]]): void {
  const done = spawnSync(program, args, { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${program}: ${done.stderr || done.error}`)
}

const exit = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise(resolve => child.once('exit', () => resolve()))

async function until(holds: () => boolean, child: ChildProcess): Promise<void> {
  while (!holds()) {
    if (child.exitCode !== null) throw new Error('the writer stopped before the cut')
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}
