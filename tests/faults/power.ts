import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Ledger } from '../../electron/main/ledger/ledger'
import { attemptWrite } from '../../electron/main/vault/attempt-write'
import { forgetfulDisk } from '../support/journal/recording-disk'
import { anAct, openTestLedger } from '../support/journal/test-ledger'

export interface PowerReport {
  readonly cuts: number
  readonly acknowledged: number
  readonly lost: number
  readonly refused: number
  readonly controlFilesGone: number
  readonly tornTails: number
}

/**
 * EXT4_IOC_SHUTDOWN with NOLOGFLUSH: the mounted file system stops as if the plug were pulled. Perl, because Node has no ioctl.
 * With a number of milliseconds it says that it is ready, cuts when they are over, and says at which moment of the clock that
 * `process.hrtime` reads; without, it cuts when its input ends.
 */
const shutdown = `
use Time::HiRes qw(usleep clock_gettime CLOCK_MONOTONIC);
open(my $d, "<", $ARGV[0]) or die; my $f = pack("L", 2); $| = 1;
if (defined $ARGV[1]) { print "ready\\n"; usleep(1000 * $ARGV[1]) } else { <STDIN> }
my $at = clock_gettime(CLOCK_MONOTONIC);
ioctl($d, 0x8004587d, $f) or die "ioctl: $!";
printf "%.0f\\n", 1e9 * $at;`

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

/** So many cuts a disk takes, one after another: the journal goes on over them, and everything earlier must be there too. */
const cutsOfDisk = 20

export async function cutPower({
  rounds,
  progress = () => undefined,
  planted = false,
}: PowerOrder): Promise<PowerReport> {
  const tally = { cuts: 0, acknowledged: 0, lost: 0, refused: 0, controlFilesGone: 0, tornTails: 0 }
  while (tally.cuts < rounds) {
    const disk = makeDisk()
    if (typeof disk === 'string') throw new Error(disk)
    const acks: Ack[] = []
    try {
      for (let cut = 0; cut < cutsOfDisk && tally.cuts < rounds; cut++) {
        await oneCut(disk, { tally, acks, planted })
        if (tally.cuts % 20 === 0 || tally.cuts === rounds)
          progress(`cut ${tally.cuts}/${rounds}: ${tally.acknowledged} acknowledged, ${tally.lost} lost`)
        if (tally.lost > 0) break // what follows a loss would only say it again
      }
    } finally {
      dropDisk(disk)
    }
  }
  return tally
}

type Tally = { -readonly [K in keyof PowerReport]: PowerReport[K] }

interface Ack {
  readonly seq: number
  readonly hash: string
  readonly at: bigint
}

interface Cutting {
  readonly tally: Tally
  /** Of every earlier cut of this disk. */
  readonly acks: Ack[]
  readonly planted: boolean
}

async function oneCut(disk: Disk, { tally, acks, planted }: Cutting): Promise<void> {
  fs.rmSync(controlOf(disk), { force: true })
  const folder = path.join(disk.mount, 'journal')
  const ledger = openTestLedger({ folder, now: () => Date.now(), ...(planted ? { disk: forgetfulDisk } : {}) })
  const control = fs.openSync(controlOf(disk), 'w') // never flushed: it must not survive a power cut
  const told = write(ledger, control, 30)
  const cut = await cutAfter(disk, 20 + Math.random() * 300)
  told.push(...write(ledger, control))
  ledger.close()
  fs.closeSync(control)
  const cutAt = await cut()
  powerOn(disk)
  const before = told.filter(({ at }) => at < cutAt)
  acks.push(...before)
  tally.acknowledged += before.length
  compare({ acks, disk }, tally)
}

const controlOf = ({ mount }: Disk): string => path.join(mount, 'control')

/** Acts one after another, with what was acknowledged and when: so many frames, or until the disk takes nothing more. */
function write(ledger: Ledger, control: number, frames = Infinity): Ack[] {
  const acks: Ack[] = []
  for (let round = 0; round < frames; round++) {
    const written = ledger.append(
      Array.from({ length: 1 + (round % 3) }, (_, i) => anAct(`request:${round}-${i}`, 'n'.repeat((round * 37) % 900))),
    )
    const at = process.hrtime.bigint()
    if (!written.ok) break
    const { seq, hash } = written.value.at(-1)!
    acks.push({ seq, hash, at })
    attemptWrite(() => fs.writeSync(control, `${seq}\n`)) // the plug may be out already
  }
  return acks
}

/** The cut comes by itself after so many milliseconds, whatever this process does. Answers the moment before it. */
async function cutAfter({ mount }: Disk, ms: number): Promise<() => Promise<bigint>> {
  const helper = spawn('perl', ['-e', shutdown, mount, String(ms)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  helper.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await new Promise(resolve => helper.stdout.once('data', resolve))
  return async () => {
    await exit(helper)
    const [, at] = /\n(\d+)\n/u.exec(said) ?? []
    if (at === undefined) throw new Error('the plug was not pulled')
    return BigInt(at)
  }
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

function compare({ acks, disk }: { acks: readonly Ack[]; disk: Disk }, tally: Tally): void {
  const ledger = openTestLedger({ folder: path.join(disk.mount, 'journal') })
  tally.cuts++
  if (ledger.readOnly) tally.refused++
  if (ledger.tornTailBytes > 0) tally.tornTails++
  tally.lost += acks.filter(ack => ack.seq > ledger.head.seq || ledger.hashAt(ack.seq) !== ack.hash).length
  ledger.close()
  const control = controlOf(disk)
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
  if (spawnSync('umount', [disk.mount]).status !== 0) spawnSync('umount', ['-l', disk.mount]) // a run that failed holds a file
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
