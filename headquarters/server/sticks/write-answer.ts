import fs from 'node:fs'
import path from 'node:path'
import { err, ok, type Result } from '#shared/kernel/result'
import { parseActBody } from '#shared/ledger/act'
import type { Head } from '#shared/ledger/exchange/head'
import type { Problem } from '#shared/contracts/problems'
import { blobNameOf } from '../../../electron/main/bundles/blob-name'
import { recipientOf } from '../../../electron/main/bundles/machine-recipient'
import {
  writeBundle,
  type BlobToWrite,
  type BundleSource,
  type BundleWriteProblem,
} from '../../../electron/main/bundles/write-bundle'
import { exportTags } from '../../../electron/main/media/exporting/export-tags'
import { beginMediumExport } from '../../../electron/main/media/exporting/medium-export'
import { nodeMediaFiles } from '../../../electron/main/media/exporting/node-media-files'
import { piecesOfFile } from '../../../electron/main/media/exporting/pieces-of-file'
import { blobFolder, type BlobFolder } from '../../store/blob-folder'
import { actsNamingBlobs, blobsHeld } from '../../store/blob-rows'
import { actsAfter, headsHeld } from '../../store/held'
import { machinesOfOffice } from '../../store/machines'
import { craft } from '../craft'
import { noteTold } from '../note-told'
import type { Parts } from '../parts'
import { receiptFor } from '../receipts'
import { mostBlobBytes } from '../routes/blob-routes'
import { diskFault, type OwnDiskProblem } from './own-disk'
import { civilDayAt, type TakenBundle } from './take-bundle'

/** As media of headquarters are numbered: their answers lie on the office's own sticks. */
const mediumNo = 'HQ'

/** `noMachine`: nobody of the office could open it. */
export type AnswerProblem = { readonly kind: 'noMachine' } | BundleWriteProblem | OwnDiskProblem | Problem

export interface WrittenAnswer {
  /** Its name on the medium. */
  readonly folder: string
  /** Sealed files that are damaged here and stayed behind, by the names that machines have for them. */
  readonly damaged: readonly string[]
}

type Answered = Pick<TakenBundle, 'office' | 'statement' | 'refused'>

/** As `answerOnto`. An error of headquarters' own disk is told like one of the stick. */
export async function writeAnswer(
  parts: Parts,
  to: Answered,
  root: string,
): Promise<Result<WrittenAnswer, AnswerProblem>> {
  try {
    return await answerOnto(parts, to, root)
  } catch (cause) {
    const fault = diskFault(cause)
    if (fault) return err(fault)
    throw cause
  }
}

/**
 * What goes back on the stick: signed receipts of everything that is here, the acts of headquarters and of other machines that
 * the sender lacked, and their sealed files; encrypted for the office's machines.
 */
async function answerOnto(
  parts: Parts,
  { office, statement, refused }: Answered,
  root: string,
): Promise<Result<WrittenAnswer, AnswerProblem>> {
  const held = await headsHeld(parts.db, office.officeId)
  noteTold(parts, office.officeId, held)
  const machines = await machinesOfOffice(parts.db, office.officeId)
  const open = machines.filter(({ cameBy, isClosed }) => cameBy !== 'own' && !isClosed)
  const recipients = await Promise.all(open.map(({ publicKey }) => recipientOf(publicKey)))
  const [first, ...others] = recipients.flatMap(recipient => recipient ?? [])
  if (first === undefined) return err({ kind: 'noMachine' })
  const { chain, publicKey } = parts.key
  const ledger: BundleSource = {
    ...{
      office: office.ledger,
      ownChain: chain,
      heads: () => held.map(({ chain: of, seq, hash }) => ({ chain: of, seq, hash })),
    },
    read: async (of, after, limit) => (await actsAfter(parts.db, office.officeId, { chain: of, after, limit })) ?? [],
    keyOf: of => {
      const key = of === chain ? publicKey : machines.find(one => one.chain === of)?.publicKey
      return key === undefined ? null : { publicKey: key, revokedFrom: null }
    },
  }
  const folder = path.join(parts.config.folder, 'outgoing', parts.random(8).toString('hex'))
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    const blobs = blobFolder(path.join(parts.config.folder, 'blobs'), mostBlobBytes)
    // Of a file that is gone nobody may hear that it is here: whoever has it must bring it again.
    const isThere = (digest: string): boolean => blobs.whole({ officeId: office.officeId, digest }) !== null
    const holds = (await blobsHeld(parts.db, office.officeId)).filter(isThere)
    const damaged: string[] = []
    const written = await writeBundle({
      onUnfit: name => void damaged.push(name),
      ...{ ledger, craft, folder, officeName: office.name, theirs: sharedWith(statement, refused) },
      ...{ signNote: note => parts.key.sign(Buffer.from(note)), madeAt: new Date(parts.now()).toISOString() },
      blobs: await lackingBlobs(parts.db, { office, statement }, { holds, blobs }),
      receipts: held.slice(0, 1_000).map(head => receiptFor(parts, { office: office.ledger, ...head })),
      ...(holds.length <= mostHolds ? { holds } : {}),
      ...{ lock: { kind: 'recipients', recipients: [first, ...others] }, setId: uuidOf(parts.random(16)) },
    })
    if (!written.ok) return written
    const files = written.value.map(({ name }) => path.join(folder, name))
    const done = await ontoMedium(parts, { root, files })
    return done.ok ? ok({ folder: done.value, damaged }) : done
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** Of a chain that parted, a number says nothing: with all of it the sender finds where, and goes on in a chain of its own. */
const sharedWith = ({ vector }: Answered['statement'], refused: Answered['refused']): readonly Head[] =>
  vector.filter(({ chain }) => !refused.some(one => one.chain === chain && one.why === 'fork'))

/** As many as a statement holds; above that, the sender carries them again, and nothing is kept twice. */
const mostHolds = 50_000

/** Of a sender that says what it holds. Which name a file has there, the acts say. */
async function lackingBlobs(
  db: Parts['db'],
  { office, statement }: Omit<Answered, 'refused'>,
  here: { readonly holds: readonly string[]; readonly blobs: BlobFolder },
): Promise<readonly BlobToWrite[]> {
  const { holds } = statement
  if (!holds) return []
  const theirs = new Set([...holds, ...statement.blobs.map(({ digest }) => digest)])
  const lacking = new Set(here.holds.filter(digest => !theirs.has(digest)))
  if (lacking.size === 0) return []
  const found = new Map<string, BlobToWrite>()
  for (const body of await actsNamingBlobs(db, office.officeId)) {
    const act = parseActBody(body)
    if (!act.ok) continue
    for (const { open } of act.value.facts) {
      const { digest, sealed } = (open ?? {}) as { digest?: unknown; sealed?: unknown }
      if (typeof digest !== 'string' || typeof sealed !== 'string' || !lacking.has(sealed)) continue
      const name = blobNameOf(act.value.subject, digest)
      found.set(name, { name, file: here.blobs.fileOf({ officeId: office.officeId, digest: sealed }), sealed })
    }
  }
  return [...found.values()]
}

/** Whole under its name, or not there at all, as every export of the product. */
async function ontoMedium(
  { now, random, key }: Parts,
  { root, files }: { readonly root: string; readonly files: readonly string[] },
): Promise<Result<string, Problem>> {
  const [exportId, on] = [uuidOf(random(16)), civilDayAt(now())]
  const begun = await beginMediumExport({
    ...{ files: nodeMediaFiles, root, exportId, on, now },
    expected: { files: files.length, bytes: files.reduce((sum, file) => sum + fs.statSync(file).size, 0) },
    tagsOf: written =>
      exportTags(written, {
        ...{ officeName: '上级端', chain: key.chain, on, exportId, mediumNo, isMasked: true },
        sign: bytes => Buffer.from(key.sign(bytes), 'base64'),
      }),
    record: () => ok(undefined),
    recordNothingLeft: () => undefined,
  })
  if (!begun.ok) return begun
  for (const file of files) {
    const added = await begun.value.add({ path: `data/${path.basename(file)}`, pieces: piecesOfFile(file) })
    if (!added.ok) return added
  }
  const done = await begun.value.finish()
  return done.ok ? ok(done.value.folder) : done
}

/** A random UUID (RFC 9562, version 4). */
function uuidOf(bytes: Buffer): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
