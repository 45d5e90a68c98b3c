import { chainId, instant } from './exchange-shapes'
import { z } from './zod'

/** What people at headquarters ask of it (`/v1/console/…`), and what a machine tells of itself. */
const officeName = z.string().min(1).max(60)
/** As somebody types it: blanks around it are no part of a name, and blanks alone are none. */
const officeNameTyped = z.string().trim().min(1).max(60)
export const machineRole = z.enum(['desk', 'observer'])

const scansWaiting = z.strictObject({
  files: z.number().int().min(0).max(1_000_000_000),
  bytes: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
})
export type ScansToSend = z.infer<typeof scansWaiting>

/** POST /v1/contact */
export const contact = z.strictObject({
  program: z.string().regex(/^[\w.+-]{1,40}$/),
  /** Acts that the machine holds and headquarters does not. */
  backlog: z.number().int().min(0).max(1_000_000_000),
  /** Sealed files that it holds and headquarters does not. Missing where it does not say. */
  scans: scansWaiting.optional(),
  /** What the machine's own clock shows. */
  machineAt: instant,
  /** How far it holds chains of headquarters: what was sent up to there has been received. Missing where it does not say. */
  holds: z
    .array(z.strictObject({ chain: chainId, seq: z.number().int().min(0).max(9_999_999_999) }))
    .max(100)
    .optional(),
})
export type Contact = z.infer<typeof contact>

/** GET /v1/console/offices */
export const officeOverview = z.strictObject({
  officeId: z.number().int(),
  name: officeName,
  machines: z.number().int(),
  lastContactAt: instant.nullable(),
  lastIngestAt: instant.nullable(),
  acts: z.number().int(),
  backlog: z.number().int(),
  /** Null where none of its machines says. */
  scans: scansWaiting.nullable(),
  open: z.number().int(),
  dueSoon: z.number().int(),
  overdue: z.number().int(),
  conflicts: z.number().int(),
  poison: z.number().int(),
  quarantined: z.number().int(),
  programs: z.array(z.string()),
})
export const officesAnswer = z.strictObject({ on: z.iso.date(), offices: z.array(officeOverview) })
export type OfficesAnswer = z.infer<typeof officesAnswer>

/** POST /v1/console/offices */
export const newOffice = z.strictObject({ placeCode: z.string().regex(/^[1-9]\d{5}$/), name: officeNameTyped })
export const addedOffice = z.strictObject({ officeId: z.number().int() })

/** Of the place code and three digits. */
export const officePlace = z.strictObject({ officeId: z.coerce.number().int().min(100_000_000).max(999_999_999) })

/** POST /v1/console/offices/:officeId/name: its number stays. */
export const officeNaming = z.strictObject({ name: officeNameTyped })
export const namedOffice = officePlace.extend({ name: officeName })

/** POST /v1/console/offices/:officeId/removal: 409 where it has ever enrolled a machine. */
export const removedOffice = officePlace

/** POST /v1/console/offices/:officeId/codes */
export const codeWish = z.strictObject({ role: machineRole })
export const issuedCode = z.strictObject({ code: z.string(), expiresAt: instant, keyPrint: z.string() })
export type IssuedCode = z.infer<typeof issuedCode>

/** `closed`: here. `revoked`: by the office itself. `retired`: it goes on in another chain. `untrusted`: no act admits it. */
export const machineState = z.enum(['open', 'closed', 'revoked', 'retired', 'untrusted'])
export type MachineState = z.infer<typeof machineState>

/** GET /v1/console/offices/:officeId/machines: every chain of the office but headquarters' own. */
export const machineShown = z.strictObject({
  chain: chainId,
  role: machineRole,
  cameBy: z.enum(['founding', 'code', 'act']),
  state: machineState,
  /** As the office named it; null where nothing that is held says. */
  windowName: z.string().max(20).nullable(),
  workstation: z.string().max(3).nullable(),
  knownSince: instant,
  lastContactAt: instant.nullable(),
  program: z.string(),
  /** What it last said waits there; null where it never said. */
  backlog: z.number().int().nullable(),
  scans: scansWaiting.nullable(),
  /** Number of its last act that is held. */
  held: z.number().int(),
  /** From this act on nothing counts; null while all of it does. */
  revokedFrom: z.number().int().nullable(),
  closedAt: instant.nullable(),
  /** The chain that its machine, or one that was copied from it, wrote before. */
  goesOnFor: chainId.nullable(),
})
export type MachineShown = z.infer<typeof machineShown>
export const machinesAnswer = z.strictObject({ machines: z.array(machineShown) })
export type MachinesAnswer = z.infer<typeof machinesAnswer>

/** POST /v1/console/offices/:officeId/machines/:chain/closing: a machine that was lost, stolen or replaced. */
export const machinePlace = officePlace.extend({ chain: chainId })
/** As a person types it: what screens and lists show of it is enough. */
export const machineBeginning = z.string().regex(/^[0-9a-f]{8,32}$/)
export const closing = z.strictObject({
  /** Acts from this one on count for nothing; the one after the last that headquarters holds where it is missing. */
  fromSeq: z.number().int().min(1).optional(),
})
export const closed = z.strictObject({ fromSeq: z.number().int() })
export type Closed = z.infer<typeof closed>
