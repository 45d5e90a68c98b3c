import { channel } from './channel'
import { problem } from './problems'
import { z } from './zod'

const count = z.number().int().nonnegative()

const failures = [
  ...(['notACopy', 'newer', 'keysDamaged', 'keysMissing', 'noLedger'] as const),
  ...(['unreadable', 'noSpace', 'cannotWrite'] as const),
] as const
export const putBackFailure = z.enum(failures)
export type PutBackFailure = z.infer<typeof putBackFailure>

/** What can be seen of a copy without a password. */
const shownCopy = z.object({
  folder: z.string(),
  officeName: z.string(),
  windowName: z.string(),
  workstation: z.string(),
  people: z.array(z.object({ personId: z.uuid(), name: z.string() })),
  bytes: count,
})
export type ShownCopy = Readonly<z.infer<typeof shownCopy>>

/** What it holds, every byte read. */
const checkedCopy = z.object({
  acts: count,
  machines: count,
  /** Milliseconds since 1970. */
  lastActAt: z.number().nullable(),
  scans: count,
  /** Named by acts, and not in the copy or not whole. */
  lackingScans: count,
  /** Journals that are not sound: then the office can only be looked at. */
  damage: problem.nullable(),
})

/** How far an office has come back from its copy. */
export const putBackState = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('idle') }),
  z.object({ stage: z.literal('found'), copy: shownCopy }),
  z.object({ stage: z.literal('checking'), done: count, of: count }),
  z.object({ stage: z.literal('checked'), copy: shownCopy, checked: checkedCopy }),
  z.object({ stage: z.literal('copying'), done: count, of: count }),
  z.object({ stage: z.literal('done'), officeName: z.string() }),
  z.object({ stage: z.literal('failed'), why: putBackFailure }),
])
export type PutBackState = Readonly<z.infer<typeof putBackState>>

/** With what the copy is opened to be checked: the password of somebody who could sign in, or the recovery sheet. */
const opening = z.union([
  z.strictObject({ personId: z.uuid(), password: z.string().min(1).max(200) }),
  z.strictObject({ recoveryKey: z.string().min(1).max(200) }),
])
export type PutBackOpening = Readonly<z.infer<typeof opening>>

/** Of a machine on which no office stands; answered before anybody has signed in. Each refuses where one stands. */
export const putBackChannels = {
  'putBack:read': channel(z.void(), putBackState),
  /** The operating system's dialog. */
  'putBack:choose': channel(z.void(), z.object({ outcome: z.enum(['done', 'cancelled']) })),
  'putBack:check': channel(opening, z.void()),
  'putBack:start': channel(z.void(), z.void()),
  'putBack:cancel': channel(z.void(), z.void()),
} as const
