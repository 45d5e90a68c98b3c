import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openTestLedger } from '../support/journal/test-ledger'

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

export async function cutPower(rounds: number, progress: (line: string) => void): Promise<PowerReport> {
  const tally = { cuts: 0, acknowledged: 0, lost: 0, refused: 0, controlFilesGone: 0, tornTails: 0 }
  for (let round = 1; round <= rounds; round++) {
    const disk = makeDisk()
    if (typeof disk === 'string') throw new Error(disk)
    try {
      await oneCut(disk, tally)
      progress(`cut ${round}/${rounds}: ${tally.acknowledged} acknowledged, ${tally.lost} lost`)
    } finally {
      dropDisk(disk)
    }
  }
  return tally
}

type Tally = { -readonly [K in keyof PowerReport]: PowerReport[K] }

async function oneCut(disk: Disk, tally: Tally): Promise<void> {
  const helper = spawn('perl', ['-e', shutdown, disk.mount], { stdio: ['pipe', 'ignore', 'inherit'] })
  const writer = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(import.meta.dirname, 'journal-writer.ts'), disk.mount],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  let log = ''
  writer.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()))
  await until(() => log.split('\n').length > 30, writer)
  await new Promise(resolve => setTimeout(resolve, 50 + Math.random() * 700))
  // Taken before the ioctl: what was acknowledged later is not counted, for a real power cut could not have answered.
  const cutAt = process.hrtime.bigint()
  helper.stdin.end('\n')
  await exit(helper)
  writer.kill('SIGKILL')
  await exit(writer)
  run('umount', disk.mount)
  run('mount', '-o', 'loop', disk.image, disk.mount)
  compare({ log, cutAt, mount: disk.mount }, tally)
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

interface Disk {
  readonly folder: string
  readonly image: string
  readonly mount: string
}

function makeDisk(): Disk | string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'power-'))
  const disk = { folder, image: path.join(folder, 'disk.img'), mount: path.join(folder, 'mnt') }
  fs.mkdirSync(disk.mount)
  try {
    run('truncate', '-s', '256M', disk.image)
    run('mkfs.ext4', '-q', '-F', disk.image)
    run('mount', '-o', 'loop', disk.image, disk.mount)
    return disk
  } catch (cause) {
    fs.rmSync(folder, { recursive: true, force: true })
    return `no loop-mounted ext4 here: ${String(cause)}`
  }
}

function dropDisk(disk: Disk): void {
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
