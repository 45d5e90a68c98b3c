import { bundleProblem, ownDiskWhy } from './bundle-problem'
import { exchangeProblem } from './exchange-problem'
import { sourceProblem } from './document-source'
import { mediaProblem } from './media-problem'
import { updateProblem } from './update-problem'
import { z } from './zod'

/** Why the domain refused an act; the renderer has a sentence for every kind. */
const refusal = z.looseObject({ kind: z.string() })

const damage = z.object({
  segment: z.number().int(),
  /** Byte offset of the first bad frame in its segment file. */
  offset: z.number().int(),
  /** The first act that cannot be trusted. */
  firstBadSeq: z.number().int(),
})

/** Everything main can answer instead of a value. */
export const problem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('untrustedSender') }),
  z.object({ kind: z.literal('badInput'), detail: z.string() }),
  /** A bug. The reference number stands in the log beside the stack. */
  z.object({ kind: z.literal('failed'), reference: z.string() }),
  z.object({ kind: z.literal('locked') }),
  z.object({ kind: z.literal('alreadyEstablished') }),
  z.object({ kind: z.literal('notEstablished') }),
  z.object({ kind: z.literal('wrongPassword'), waitSeconds: z.number() }),
  z.object({ kind: z.literal('mustWait'), waitSeconds: z.number() }),
  z.object({ kind: z.literal('wrongRecoveryKey'), waitSeconds: z.number() }),
  z.object({ kind: z.literal('weakPassword'), atLeast: z.number().int() }),
  z.object({ kind: z.literal('unknownPerson') }),
  z.object({ kind: z.literal('refused'), why: refusal }),
  z.object({ kind: z.literal('journalDamaged'), damage }),
  /** The end of the journal is missing although another witness saw it. */
  z.object({ kind: z.literal('journalCutShort'), lastSeq: z.number().int(), witnessedSeq: z.number().int() }),
  z.object({ kind: z.literal('journalNewer'), version: z.number().int() }),
  z.object({ kind: z.literal('journalBroken') }),
  z.object({ kind: z.literal('keyStoreDamaged') }),
  z.object({ kind: z.literal('diskNearlyFull'), freeBytes: z.number() }),
  z.object({
    kind: z.literal('clockBehind'),
    machineSays: z.string(),
    lastActOn: z.string(),
    /** The clock stands not before the last act but implausibly long after it. */
    isAhead: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('viewOfAnotherJournal') }),
  z.object({ kind: z.literal('nothingToPrintOn') }),
  z.object({ kind: z.literal('cannotWrite'), detail: z.string() }),
  z.object({ kind: z.literal('notFound') }),
  /** The first bytes say what it is; its name does not count. */
  z.object({ kind: z.literal('scanTypeRefused'), found: z.enum(['empty', 'html', 'svg', 'unknown']) }),
  z.object({ kind: z.literal('scanTooLarge'), bytes: z.number(), most: z.number() }),
  /** The same bytes lie with this request already. */
  z.object({ kind: z.literal('scanAlreadyKept') }),
  /** The file was changed, moved or taken away before it could be read. */
  z.object({ kind: z.literal('scanSourceGone') }),
  /** The upload was ended by a lock, or was never begun. */
  z.object({ kind: z.literal('scanUploadGone') }),
  z.object({
    kind: z.literal('scanUnreadable'),
    why: z.enum(['missing', 'cutShort', 'changed', 'swapped', 'erased', 'unreadable']),
  }),
  z.object({
    kind: z.literal('folderUnusable'),
    why: z.enum(['besideOffice', 'notWritable', 'readsBackDifferently', 'notReadable']),
  }),
  z.object({
    kind: z.literal('fontUnusable'),
    why: z.enum(['unreadable', 'collection', 'outlines', 'embedding']),
  }),
  /** The password was right, and the office has taken every post from this person. */
  z.object({ kind: z.literal('personLeft') }),
  /** A file that was chosen as an old register. */
  z.object({
    kind: z.literal('registerUnreadable'),
    why: z.enum(['empty', 'tooLarge', 'oldExcel', 'damaged', 'encoding', 'notReadable']),
  }),
  ...sourceProblem.options,
  /** Something lies where the catalogue was to go out, and no export wrote it: it stays, and nothing goes out. */
  z.object({ kind: z.literal('outtakeNameTaken'), name: z.string() }),
  z.object({ kind: z.literal('outtakeFileTaken'), name: z.string() }),
  /** A bundle of the exchange that is not taken; nothing of it is. */
  z.object({ kind: z.literal('bundleRefused'), bundle: bundleProblem }),
  /** The disk of this machine did not take what an import brings. What came so far stands, the rest waits in quarantine. */
  z.object({ kind: z.literal('importCutShort'), why: ownDiskWhy, neededBytes: z.number().int() }),
  ...mediaProblem.options,
  /** The office's own line could not be opened at the address that was chosen. */
  z.object({ kind: z.literal('lineNotOpened'), why: z.enum(['addressGone', 'portTaken', 'notOpened']) }),
  /** No request of a machine to join, or one that was changed on its way. */
  z.object({ kind: z.literal('joinFileRefused') }),
  exchangeProblem,
  ...updateProblem.options,
])

export type Problem = z.infer<typeof problem>
export type ProblemKind = Problem['kind']
export type JournalDamage = z.infer<typeof damage>
