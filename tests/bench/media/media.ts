import { execFileSync, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openBlobDisk } from '../../../electron/main/ledger/blob-disk'
import { Blobs } from '../../../electron/main/ledger/blobs'
import { exportTags } from '../../../electron/main/media/exporting/export-tags'
import { beginMediumExport, type Pieces } from '../../../electron/main/media/exporting/medium-export'
import { nodeMediaFiles } from '../../../electron/main/media/exporting/node-media-files'
import { checkedPieces } from '../../../electron/main/media/sealed-file'
import { ok } from '../../../shared/kernel/result'
import { valueOf } from '../../support/workstation/test-workstation'
import { median } from '../figures'

export interface MediaFigures {
  readonly bytes: number
  readonly files: number
  /** Seconds, median of the rounds. */
  readonly copied: number
  readonly exported: number
  /** From sealed scans, opened and authenticated piece by piece as they go: the program's own way (`sealedFile`). */
  readonly exportedSealed: number
  readonly rounds: number
}

const fileBytes = 32 << 20
const rounds = 3
const subject = 'request:0a0a0a0a-0000-4000-8000-000000000001'

/**
 * The same bytes onto the same disk, in turn: by `cp`, `sha256sum` of the copy and `sync`, and by the program's own export, which
 * writes, flushes, reads back, compares and signs.
 */
export async function benchMedia(gibibytes: number, say: (line: string) => void): Promise<MediaFigures> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-media-'))
  try {
    const source = path.join(folder, 'source')
    const count = Math.round((gibibytes * 2 ** 30) / fileBytes)
    say(`${count} files of 32 MiB, plain and sealed`)
    const { names, digests, blobs } = await makeSource(source, path.join(folder, 'blobs'), count)
    const seconds = { copied: [] as number[], exported: [] as number[], exportedSealed: [] as number[] }
    for (let round = 1; round <= rounds; round++) {
      seconds.copied.push(await onEmpty(folder, async target => copy(source, target)))
      const plain = () => names.map((name): FileOrder => [name, () => piecesOf(path.join(source, name))])
      seconds.exported.push(await onEmpty(folder, target => exportTo(target, plain())))
      const sealed = () =>
        names.map((name, at): FileOrder => [name, () => checkedPieces(blobs.open(subject, digests[at]!))])
      seconds.exportedSealed.push(await onEmpty(folder, target => exportTo(target, sealed())))
      const last = Object.entries(seconds).map(([name, all]) => `${name} ${all.at(-1)!.toFixed(1)} s`)
      say(`round ${round}: ${last.join(', ')}`)
    }
    return {
      ...{ bytes: count * fileBytes, files: count, rounds },
      copied: median(seconds.copied),
      exported: median(seconds.exported),
      exportedSealed: median(seconds.exportedSealed),
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

type FileOrder = readonly [name: string, open: () => Promise<Pieces> | Pieces]

async function makeSource(source: string, sealedFolder: string, count: number) {
  fs.mkdirSync(source)
  const key = randomBytes(32)
  const keys = { createKey: () => ok(key), keyOf: () => key, keysOf: () => [key], isDestroyed: () => false }
  const blobs = new Blobs({ disk: openBlobDisk(sealedFolder), keys })
  const names: string[] = []
  const digests: string[] = []
  for (let nth = 0; nth < count; nth++) {
    const bytes = randomBytes(fileBytes) // as scans are: nothing on the way makes them smaller
    const name = `${String(nth).padStart(3, '0')}.jpg`
    fs.writeFileSync(path.join(source, name), bytes)
    const upload = valueOf(blobs.begin(subject))
    valueOf(upload.write(bytes))
    digests.push(valueOf(await upload.seal()).digest)
    valueOf(upload.keep())
    names.push(name)
  }
  return { names, digests, blobs }
}

/** What earlier rounds left to be written is on the disk before the clock starts. */
async function onEmpty(folder: string, work: (target: string) => Promise<void>): Promise<number> {
  const target = fs.mkdtempSync(path.join(folder, 'medium-'))
  spawnSync('sync')
  const started = performance.now()
  await work(target)
  const seconds = (performance.now() - started) / 1_000
  fs.rmSync(target, { recursive: true })
  return seconds
}

async function copy(source: string, target: string): Promise<void> {
  const script = 'cp -r "$1" "$2/copy" && cd "$2/copy" && sha256sum * > ../sums && sync'
  execFileSync('sh', ['-c', script, 'sh', source, target])
}

async function exportTo(root: string, files: readonly FileOrder[]): Promise<void> {
  const about = { exportId: '0a1b2c3d-0000-4000-8000-000000000000', on: '2026-11-26' }
  const begun = valueOf(
    await beginMediumExport({
      ...{ files: nodeMediaFiles, root, ...about, now: () => performance.now() },
      expected: { files: files.length, bytes: files.length * fileBytes },
      tagsOf: written =>
        exportTags(written, {
          ...{ ...about, officeName: '云溪县档案馆', mediumNo: 'JZ-01', isMasked: false, chain: 'c0ffee' },
          sign: bytes => createHash('sha512').update(bytes).digest(),
        }),
      record: () => ok(undefined),
      recordNothingLeft: () => undefined,
    }),
  )
  for (const [name, open] of files) valueOf(await begun.add({ path: `data/scans/${name}`, pieces: await open() }))
  const done = valueOf(await begun.finish())
  if (done.bytes !== files.length * fileBytes || !done.mayBePulled) throw new Error('not everything was exported')
}

const piecesOf = (file: string): Pieces => fs.createReadStream(file, { highWaterMark: 1 << 20 })
