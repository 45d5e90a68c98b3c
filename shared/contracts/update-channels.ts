import { channel } from './channel'
import { installerKinds } from './update-package'
import { z } from './zod'

const count = z.number().int().nonnegative()

/** What the view holds, counted table by table; and how far it has come, acts of all chains together. */
const viewCount = z.object({
  applied: count,
  rows: z.object({
    requests: count,
    visits: count,
    people: count,
    /** Public ones and others together: a later program may draw the line elsewhere. */
    documents: count,
    enquiries: count,
    standardLists: count,
  }),
})
export type ViewCount = z.infer<typeof viewCount>

const takenUpdate = z.object({
  version: z.string(),
  madeAt: z.string(),
  notes: z.object({ zh: z.string(), en: z.string() }),
  /** The verified copy of the installer. */
  fileName: z.string(),
  bytes: count,
  sha256: z.string(),
  /** `appimage` is no installer: it is put in the place of the file before it, by hand. */
  kind: z.enum(installerKinds),
})
export type TakenUpdate = z.infer<typeof takenUpdate>

/** `notInstalled`: the program that started is still the one before. `damaged`: it is not what it was; `what` says where. */
const updateOutcome = z.object({
  from: z.string(),
  to: z.string(),
  checkedAt: count,
  result: z.enum(['updated', 'notInstalled', 'damaged']),
  what: z.enum(['journal', 'shorter', 'view', 'behind']).optional(),
  acts: count,
  rows: count,
})
export type UpdateOutcome = z.infer<typeof updateOutcome>

/**
 * What headquarters said when it was asked. `unknownThere`: its program is older than that. `tooFarApart`: it has a newer one,
 * and `version` has to be installed before. The others: why there is no answer.
 */
const atHeadquarters = z.discriminatedUnion('kind', [
  /** `bytes` of the package; `heldBytes` of them came before the line broke. */
  z.object({ kind: z.literal('newer'), version: z.string(), bytes: count, heldBytes: count }),
  z.object({ kind: z.literal('tooFarApart'), version: z.string() }),
  z.object({
    kind: z.enum(['noneNewer', 'notConnected', 'unknownThere', 'away', 'tooOften', 'refused', 'notUnderstood']),
  }),
])
export type AtHeadquarters = z.infer<typeof atHeadquarters>

const updateState = z.object({
  version: z.string(),
  platform: z.string(),
  /** `noKey`: this program was built without a key to verify with. `training`: from the office's own store only. */
  may: z.enum(['yes', 'noKey', 'training']),
  /** Name of a package with which the system opened the program. */
  offered: z.string().nullable(),
  taken: takenUpdate.nullable(),
  /** An update was started and its check after the restart has not been made. */
  isCheckDue: z.boolean(),
  last: updateOutcome.nullable(),
  /** An AppImage that runs from the folder of verified packages; `to`: where the one before it lay, as far as is known. */
  misplaced: z.object({ file: z.string(), to: z.string().nullable() }).nullable(),
  /** Null: nobody has asked since the program started. */
  atHeadquarters: atHeadquarters.nullable(),
  /** How far the package that is being fetched is; null while none is. */
  fetching: z.object({ doneBytes: count, totalBytes: count, remainingSeconds: z.number().nullable() }).nullable(),
})
export type UpdateState = z.infer<typeof updateState>

const checkedBefore = z.object({ acts: count, rows: count, hasCopy: z.boolean() })
export type CheckedBefore = z.infer<typeof checkedBefore>

const updateChosen = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('taken'), state: updateState }),
  z.object({ outcome: z.literal('cancelled') }),
])

/** Updates without internet: a package is chosen or fetched from headquarters, verified, and handed to the system; the database is checked on both sides of it. */
export const updateChannels = {
  'update:read': channel(z.void(), updateState),
  /** `isOffered`: the one that the program was opened with; else a dialog asks for a file. */
  'update:choose': channel(z.object({ isOffered: z.boolean() }), updateChosen),
  /** Asks headquarters; nothing is fetched by that. */
  'update:ask': channel(z.void(), updateState),
  /** Fetches what it has, and takes it as one that was chosen. How far it is, `update:read` says meanwhile. */
  'update:fetch': channel(z.void(), updateChosen),
  /** What came stays, and `update:fetch` goes on from there. */
  'update:stopFetch': channel(z.void(), z.void()),
  'update:drop': channel(z.void(), updateState),
  /** Reads every journal whole and counts the view; without it nothing starts. */
  'update:checkBefore': channel(z.object({ view: viewCount }), checkedBefore),
  /** Hands the verified copy to the system, then ends the program. `shown`: its folder was opened, the rest is done by hand. */
  'update:start': channel(z.void(), z.object({ outcome: z.enum(['opened', 'shown']) })),
  /** After the restart, by whoever signs in first. */
  'update:checkAfter': channel(z.object({ view: viewCount }), updateState),
} as const
