import { applyingSteps, checkingSteps } from './bundle-steps'
import { channel } from './channel'
import { howFar } from './how-far'
import { post } from './pieces'
import { z } from './zod'

const count = z.number().int().nonnegative()
const mediumId = z.string().max(600)
const chain = z.string()

/** Who wrote something, or whose acts they are, as far as this machine knows. */
const who = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('own') }),
  z.object({ kind: z.literal('headquarters') }),
  /** `workstation`: its letter, where the ledger says one. */
  z.object({ kind: z.literal('machine'), chain, workstation: z.string().nullable() }),
  z.object({ kind: z.literal('unknown'), chain }),
])
export type BundleWho = z.infer<typeof who>

const preview = z.object({
  /** Of the folder on the medium. */
  name: z.string(),
  officeName: z.string(),
  /** ISO 8601 in UTC, by the clock of whoever wrote it. */
  madeAt: z.string(),
  by: who,
  chains: z.array(
    z.object({
      whose: who,
      /** Acts that are not here yet, and those that are. */
      fresh: count,
      known: count,
      /** Why its acts will not be taken, or will be put in order first; null where nothing is in the way. */
      trouble: z.enum(['gap', 'parted', 'unknown', 'revoked']).nullable(),
      /** The most by which its fresh acts are ahead of the clock of this machine, milliseconds; null where none is. */
      aheadMs: z.number().nullable(),
    }),
  ),
  /** Requests that acts of it are about which are not here yet; `requestNo` null where no act says one. At most 200 are named. */
  requests: z.object({ all: count, named: z.array(z.object({ requestNo: z.string().nullable(), acts: count })) }),
  blobs: z.object({ fresh: count, known: count, bytes: count }),
  /** Subject keys: for this machine; for others only; from somebody who may not send any. */
  keys: z.enum(['none', 'forUs', 'notForUs', 'notTrusted']),
  receipts: count,
  /** False: everything is here already, or older than what is here. */
  isNews: z.boolean(),
})
export type BundlePreview = z.infer<typeof preview>

const result = z.object({
  by: who,
  came: count,
  /** Acts and files that were here already. */
  known: count,
  blobs: count,
  keys: count,
  /** The keys open acts that were here already: what was made of them is made anew. */
  opensMore: z.boolean(),
  /** Acts of this machine that headquarters has signed for by now. */
  receipted: count,
  refused: z.array(z.object({ whose: who, from: count, why: z.string() })),
  /** This machine goes on in a chain of its own from now on: it had been put back, or copied. */
  hasRolledOver: z.boolean(),
  /** What is not here yet because somebody stopped it; importing again goes on there. Null: all of it was gone through. */
  left: z.object({ acts: count, blobs: count }).nullable(),
})
export type BundleResult = z.infer<typeof result>

const step = howFar.extend({ step: z.enum([...checkingSteps, ...applyingSteps]) })
export type BundleStep = z.infer<typeof step>

/** Bundles of the exchange from sticks and folders. Nothing is used before all of it was checked and a person said so. */
export const bundleChannels = {
  /** `isOwn`: it went out from this machine. */
  'bundle:find': channel(
    z.object({ mediumId }),
    z.array(z.object({ name: z.string(), parts: count, bytes: count, isOwn: z.boolean() })),
  ),
  /** Copies it into quarantine, checks every byte and says what it would do. What lay there before is put away. */
  'bundle:take': channel(
    z.object({ mediumId, name: z.string().max(64), passphrase: z.string().min(1).max(200).optional() }),
    preview,
  ),
  /** Name of the export whose bundle the program was opened with, once; null where there is none, or it was told. */
  'bundle:offered': channel(z.void(), z.string().max(64).nullable()),
  /** What lies in quarantine since the program ended in the middle; null where nothing does. */
  'bundle:waiting': channel(z.void(), preview.nullable()),
  'bundle:apply': channel(z.object({ role: post }), result),
  'bundle:discard': channel(z.void(), z.void()),
  /** How far a check or an import is, whoever asked for it; null where none goes on. */
  'bundle:progress': channel(z.void(), step.nullable()),
  /** Ends what goes on: a check with the next piece, and nothing of it stays; an import with the next segment. */
  'bundle:cancel': channel(z.void(), z.void()),
} as const
