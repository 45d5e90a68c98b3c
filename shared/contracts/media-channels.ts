import { channel } from './channel'
import { howFar } from './how-far'
import { exportOf, mediumNo } from './media-shapes'
import { line, post } from './pieces'
import { problem } from './problems'
import { registerFile } from './register-file'
import { z } from './zod'

const exportId = z.uuid()
const mediumId = z.string().max(600)
const path = z.string().min(1).max(180)
const folder = z.string().max(64)
export const mediaPieceBytes = 1 << 20

const medium = z.object({
  mediumId,
  kind: z.enum(['stick', 'folder']),
  /** Where it is plugged in, as the system names it. */
  place: z.string(),
  label: z.string().nullable(),
  fileSystem: z.string().nullable(),
  isReadOnly: z.boolean(),
  bytes: z.number().nullable(),
  freeBytes: z.number().nullable(),
  exports: z.array(folder),
  leftovers: z.array(folder),
})
export type ShownMedium = z.infer<typeof medium>

const progress = z.object({
  /** `packing`: a bundle's parts are made on this machine's own disk; nothing of it is on the medium yet. */
  phase: z.enum(['packing', 'writing', 'comparing', 'naming']),
  files: z.number().int(),
  doneBytes: z.number(),
  totalBytes: z.number().nullable(),
  remainingSeconds: z.number().nullable(),
  /** Both figures are the most that it may be: what is written is being made meanwhile. */
  isAtMost: z.boolean(),
})

/** Before it is made: at most so many bytes, and at least so many, which the medium must have room for. */
const expectedSize = z.object({ files: z.number().int(), bytes: z.number().int(), leastBytes: z.number().int() })
export type ExpectedSize = z.infer<typeof expectedSize>

/** An export, an import or the check of an export whose end nobody saw, for the desk was locked over it or as soon as it ended. */
const unseenEnd = z.object({
  what: z.enum(['export', 'import', 'check']),
  /** The medium's number, the name of the bundle, or the folder on the medium. */
  name: z.string(),
  end: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('finished'), mayBePulled: z.boolean() }),
    z.object({ kind: z.literal('checked'), isWhole: z.boolean() }),
    z.object({ kind: z.literal('failed'), problem }),
    /** The lock itself cancelled it. */
    z.object({ kind: z.literal('stopped') }),
  ]),
})
export type UnseenEnd = z.infer<typeof unseenEnd>

/** For named receivers: by the keys of their chains. A passphrase goes another way than the medium. */
const bundleLock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('receivers') }),
  z.object({ kind: z.literal('passphrase'), passphrase: z.string().min(12).max(200) }),
  z.object({ kind: z.literal('none') }),
])
export type BundleLockWish = z.infer<typeof bundleLock>
const bundleWanted = z.object({ to: z.enum(['machines', 'headquarters']), isWhole: z.boolean(), lock: bundleLock })

const begun = z.object({
  mediumId,
  of: exportOf,
  isMasked: z.boolean(),
  approvalId: z.uuid().optional(),
  mediumNo,
  receiver: line(60),
  holder: line(50),
  role: post,
  /** What will come, as far as it is known. */
  expected: expectedSize.nullable(),
})

/** Records onto sticks and folders. What lies there under its name is whole, and the ledger knows of it. */
export const mediaChannels = {
  /** Looks now. A folder that was chosen by hand is among them until the desk is locked. */
  'media:list': channel(z.void(), z.array(medium)),
  'media:chooseFolder': channel(z.void(), z.object({ mediumId: mediumId.nullable() })),
  'media:begin': channel(begun, z.object({ exportId })),
  /** The next piece of a file; one file at a time, a file ends with its last piece. */
  'media:piece': channel(
    z.object({
      ...{ exportId, path, isLast: z.boolean() },
      bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= mediaPieceBytes),
    }),
    z.void(),
  ),
  /** A table as CSV that every spreadsheet reads. */
  'media:table': channel(registerFile.pick({ columns: true, rows: true }).extend({ exportId, path }), z.void()),
  /** A scan of a request (only unmasked: nobody can mask a picture) or an attachment of a document, as it was taken in. */
  'media:sealed': channel(
    z.object({
      ...{ exportId, path, subject: z.string().max(80) },
      digest: z.string().regex(/^[0-9a-f]{64}$/),
    }),
    z.void(),
  ),
  /**
   * Acts, sealed files and wrapped keys that the receiver is not known to have, as parts of this export. `isWhole`: everything,
   * whatever is known of the receiver.
   */
  'media:bundle': channel(
    bundleWanted.extend({ exportId }),
    z.object({ acts: z.number().int(), blobs: z.number().int() }),
  ),
  /** How large that bundle would be. */
  'media:bundleSize': channel(bundleWanted.omit({ lock: true }), expectedSize),
  /** Compares, signs, records, names, flushes. `mayBePulled` false: the system must be asked to eject it first. */
  'media:finish': channel(
    z.object({ exportId }),
    z.object({
      ...{ folder, digest: z.string(), files: z.number().int(), bytes: z.number().int(), mayBePulled: z.boolean() },
    }),
  ),
  'media:cancel': channel(z.object({ exportId }), z.void()),
  /** Told until somebody has read it, or the next export begins. */
  'media:unseenEnd': channel(z.void(), unseenEnd.nullable()),
  'media:forgetEnd': channel(z.void(), z.void()),
  'media:progress': channel(z.object({ exportId }), progress.nullable()),
  /** Reads an export that lies on a medium again, whole: after it was plugged in anew nothing answers from memory. */
  'media:verify': channel(
    z.object({ mediumId, folder }),
    z.object({ isWhole: z.boolean(), files: z.number().int(), digest: z.string() }),
  ),
  /** In bytes; null where it is not being read. */
  'media:verifyProgress': channel(z.object({ mediumId, folder }), howFar.nullable()),
  'media:cancelVerify': channel(z.object({ mediumId, folder }), z.void()),
  'media:removeLeftover': channel(z.object({ mediumId, name: folder }), z.void()),
  'media:approve': channel(
    z.object({ of: exportOf, reason: line(200), role: post }),
    z.object({ approvalId: z.uuid() }),
  ),
  'media:acknowledge': channel(
    z.object({
      ...{ exportId, on: z.iso.date(), how: z.enum(['paper', 'medium']), receivedBy: line(50), role: post },
    }),
    z.void(),
  ),
  'media:reportMissing': channel(z.object({ exportId, on: z.iso.date(), reason: line(200), role: post }), z.void()),
} as const

/** What the window says when an export begins. */
export type BegunExport = z.output<(typeof mediaChannels)['media:begin']['input']>
