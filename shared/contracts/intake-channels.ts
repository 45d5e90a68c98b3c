import { channel } from './channel'
import { outtakeFormats, sourceKinds } from './document-source'
import { line, post } from './pieces'
import { readDocument } from './read-document'
import { z } from './zod'

const sourceId = z.uuid()
const batchId = z.uuid()
const digest = z.string().regex(/^[0-9a-f]{64}$/)
export const mostImported = 100_000

/** A name that every system takes and that leads nowhere else: no devices of Windows, no point or blank at either end. */
const outtakeName = /^(?![. ]|(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))[^\\/:*?"<>|\u0000-\u001f]{1,120}(?<![. ])$/iu
/** As `attachmentName` makes it. */
const outtakenName = z.string().regex(/^[0-9a-f]{64}\.[a-z0-9]{1,5}$/)

export const openedSource = z.object({
  sourceId,
  kind: z.enum(sourceKinds),
  name: z.string().max(300),
  documents: z.number().int(),
  /** Head words of a list; empty for other sources. */
  columns: z.array(z.string()),
})

/** Sealed by main until the import is written; only the desk that made it reads what is in `choices`. */
export const importPlan = z.object({
  batchId,
  choices: z.looseObject({}),
  doublesTaken: z.array(z.number().int()).max(mostImported),
  makesPublic: z.boolean().optional(),
  lines: z
    .array(z.object({ line: z.number().int().min(1), digest }))
    .min(1)
    .max(mostImported),
  /** Index numbers that the source gives itself; missing in plans of older versions. */
  given: z.array(z.string().max(80)).max(mostImported).optional(),
})

/** A file that a document of the source names: its line, and the name as it is written. */
const wantedFile = z.object({ line: z.number().int().min(1), name: z.string().min(1).max(1_000) })

/** What there is of such a file. */
const besideFile = z.discriminatedUnion('found', [
  z.object({
    found: z.literal('file'),
    /** From the top of the source, parted by `/`. */
    path: z.string(),
    bytes: z.number().int(),
  }),
  /** It is there, and may be no attachment. */
  z.object({
    found: z.literal('refused'),
    path: z.string(),
    why: z.enum(['empty', 'html', 'svg', 'unknown', 'tooLarge']),
  }),
  z.object({ found: z.literal('nothing') }),
])
export type BesideFile = z.infer<typeof besideFile>

/** Documents on their way into the catalogue, and out of it. */
export const intakeChannels = {
  /** Asks for a folder or a file and opens it. */
  'intake:choose': channel(
    z.object({ what: z.enum(['folder', 'file']) }),
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('opened'), source: openedSource }),
      z.object({ outcome: z.literal('cancelled') }),
    ]),
  ),
  'intake:read': channel(
    z.object({ sourceId, from: z.number().int().min(0) }),
    z.object({ documents: z.array(readDocument), next: z.number().int().nullable() }),
  ),
  'intake:close': channel(z.object({ sourceId }), z.void()),
  'intake:look': channel(
    z.object({ sourceId, wanted: z.array(wantedFile).max(500) }),
    z.object({ files: z.array(besideFile) }),
  ),
  /** Takes such a file in as a sealed attachment of a document that is catalogued. */
  'intake:attach': channel(
    z.object({ sourceId, ...wantedFile.shape, documentId: z.uuid(), title: line(200), role: post }),
    z.object({ outcome: z.enum(['attached', 'there']) }),
  ),
  /** Seals the plan and records the import; documents of it may be written from now on. */
  'intake:begin': channel(z.object({ sourceId, plan: importPlan, role: post }), z.void()),
  'intake:unfinished': channel(
    z.void(),
    z.array(z.object({ plan: importPlan, kind: z.enum(sourceKinds), name: z.string(), begunAt: z.number() })),
  ),
  /** Opens the source of an unfinished import where it was. */
  'intake:reopen': channel(z.object({ batchId }), openedSource),
  /** Forgets the plan; what is written stays. */
  'intake:end': channel(z.object({ batchId }), z.void()),
  /** Records that what an import brought was withdrawn again. */
  'intake:undone': channel(z.object({ batchId, documents: z.number().int().min(0), role: post }), z.void()),
  'intake:saveReport': channel(
    z.object({
      fileName: z.string().regex(/^[^\\/:*?"<>|\u0000-\u001f]{1,120}\.(?:xlsx|csv)$/),
      title: z.string().min(1).max(31),
      columns: z
        .array(z.object({ title: z.string().min(1).max(40), width: z.number().int().min(2).max(80) }))
        .min(1)
        .max(20),
      rows: z.array(z.array(z.string().max(8_000)).max(20)).max(mostImported),
    }),
    z.object({ outcome: z.enum(['saved', 'cancelled']) }),
  ),
  /** Asks where the catalogue goes; `bag` and `folder` are folders that are made there. */
  'outtake:begin': channel(
    z.object({
      format: z.enum(outtakeFormats),
      fileName: z.string().regex(outtakeName),
      columns: z.array(z.string().min(1).max(40)).min(1).max(60),
      /** Which of them name the file and are the body, where each document is a file of its own. */
      heads: z.object({ title: z.string(), text: z.string() }),
      /** Said in bag-info.txt. */
      from: z.string().max(300),
      /** False: documents that are not public go out, too, which is the head's. */
      isPublicOnly: z.boolean(),
      role: post,
    }),
    z.object({ exportId: z.uuid().nullable() }),
  ),
  /** The next rows, each with its cells by column; and the files of their attachments, for a bag or a folder. */
  'outtake:add': channel(
    z.object({
      exportId: z.uuid(),
      rows: z.array(z.record(z.string(), z.string())).max(500),
      attachments: z
        .array(z.object({ documentId: z.uuid(), digest, name: outtakenName, row: z.number().int().min(0) }))
        .max(5_000),
    }),
    z.void(),
  ),
  /** Closes the file, or takes away what there is of it. Counts as an export: it is recorded by its digest. */
  'outtake:end': channel(
    z.object({ exportId: z.uuid(), keep: z.boolean(), role: post }),
    z.object({ files: z.array(z.string()), documents: z.number().int(), attachments: z.number().int() }),
  ),
} as const
