import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { mostBlobBytes } from '../../../headquarters/server/routes/blob-routes'
import { blobFolder } from '../../../headquarters/store/blob-folder'
import { inOffice } from '../../../headquarters/store/database'
import { digestOfFile } from '../../../headquarters/store/flushed-files'
import { openTestWorkstation, signInFirst, valueOf } from '../../support/workstation/test-workstation'
import { faultsThere } from './compare'
import type { Stage } from './stage'
import { deskSide, headquartersSide } from './two-sides'

type Level = { readonly chain: string; readonly seq: number }

/** Acts up to where both sides are level: those that headquarters lacks, and those that it holds more than once. */
export async function countActs(stage: Stage, level: Level): Promise<{ lost: number; doubled: number }> {
  const there = (await headquartersSide(stage.db, stage.officeId)).acts
  const hashes = new Set(there.map(({ hash }) => hash))
  const { acts } = await deskSide(stage.folder)
  const here = acts.filter(({ chain, seq }) => chain !== level.chain || seq <= level.seq)
  return { lost: here.filter(({ hash }) => !hashes.has(hash)).length, doubled: there.length - hashes.size }
}

export interface ScanCount {
  /** By acts of the desk. */
  readonly named: number
  /** Of those: their bytes have the digest that the act says, on both sides, and headquarters lists them. */
  readonly whole: number
  readonly mebibytes: number
}

export async function countScans(stage: Stage): Promise<ScanCount> {
  const workstation = openTestWorkstation({ folder: stage.folder })
  valueOf(await signInFirst(workstation))
  const { blobIndex, carried } = workstation.scans!
  const named = [...blobIndex.named()]
  const places = named.map(({ file, sealed }) => ({
    sealed: sealed!,
    here: carried.fileOf(file.replace(/\.blob$/u, '')),
    there: thereOf(stage, sealed!),
  }))
  workstation.lock()
  const listed = await inOffice(stage.db, stage.officeId, rows => rows.selectFrom('blob').select('digest').execute())
  const digests = new Set(listed.map(({ digest }) => digest.toString('hex')))
  let [whole, bytes] = [0, 0]
  for (const { sealed, here, there } of places) {
    const isWhole = (await digestIn(here)) === sealed && (await digestIn(there)) === sealed
    if (isWhole && digests.has(sealed)) whole++
    bytes += fs.statSync(here).size
  }
  return { named: named.length, whole, mebibytes: Math.round(bytes / 1024 / 1024) }
}

const digestIn = (file: string): Promise<string | null> =>
  fs.existsSync(file) ? digestOfFile(file) : Promise.resolve(null)

const thereOf = ({ cluster, officeId }: Stage, digest: string): string =>
  blobFolder(path.join(cluster.folder, 'blobs'), mostBlobBytes).fileOf({ officeId, digest })

/** What the run has to find: a byte of a scan at headquarters that is another, and an act that is gone there. */
export async function plantedIn(stage: Stage, level: Level): Promise<{ name: string; isCaught: boolean }[]> {
  const before = await countScans(stage)
  const workstation = openTestWorkstation({ folder: stage.folder })
  valueOf(await signInFirst(workstation))
  const [first] = [...workstation.scans!.blobIndex.named()]
  workstation.lock()
  flipIn(thereOf(stage, first!.sealed!))
  const after = await countScans(stage)
  await dropAct(stage, level)
  const { lost } = await countActs(stage, level)
  const faults = await faultsThere({ ...stage, signedFor: [...stage.signedFor] })
  return [
    { name: 'a scan with another byte at headquarters', isCaught: after.whole === before.whole - 1 },
    { name: 'an act that is gone at headquarters', isCaught: lost === 1 && faults.length > 0 },
  ]
}

function flipIn(file: string): void {
  const bytes = fs.readFileSync(file)
  bytes[bytes.length >> 1]! ^= 1
  fs.writeFileSync(file, bytes)
}

async function dropAct({ cluster: { keeperUrl }, officeId }: Stage, { chain, seq }: Level): Promise<void> {
  const keeper = new pg.Client({ connectionString: keeperUrl })
  await keeper.connect()
  try {
    const which = [officeId, Buffer.from(chain, 'hex'), seq]
    const { rowCount } = await keeper.query(
      'delete from act where office_id = $1 and chain_id = $2 and seq = $3',
      which,
    )
    if (rowCount !== 1) throw new Error(`${rowCount} acts were to be one`)
  } finally {
    await keeper.end()
  }
}
