import { z } from './zod'
import { catalogueChannels } from './catalogue-channels'
import { channel } from './channel'
import { bookletChannels } from './booklet-channels'
import { exchangeChannels } from './exchange-channels'
import { importChannels } from './import-channels'
import { intakeChannels } from './intake-channels'
import { bundleChannels } from './bundle-channels'
import { mediaChannels } from './media-channels'
import { joiningChannels, neighbourChannels } from './neighbour-channels'
import { putBackChannels } from './put-back-channels'
import { officeCodes } from './office-codes'
import { kioskCareChannels } from './kiosk-care-channels'
import { agencyDetails, line, personId, post } from './pieces'
import { problem } from './problems'
import { mostPrintedPages, printedRegister, registerFile, registerPaper } from './register-file'
import { mostScanBytes, scanPartBytes } from './scan-type'
import { sendingChannels } from './sending-channels'
import { settingsChannels } from './settings-channels'
import { updateChannels } from './update-channels'

/** Version of this contract; the preload and main carry the same build, so it is asserted, not negotiated. */
export const deskContractVersion = 1

const password = z.string().min(1).max(200)
const civilDate = z.iso.date()

/** Highest act of one chain that a view has seen: what is left of its journal must reach it. */
export const witness = z.object({
  chain: z.string(),
  seq: z.number().int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Witness = z.infer<typeof witness>
/** One a chain; an office has a few machines, and chains that were gone on for by others. */
const witnesses = z.array(witness).max(500).nullable()

export { agencyDetails, type AgencyDetails } from './pieces'

const personOfStaff = z.object({ personId, name: z.string(), posts: z.array(post) })
export type PersonOfStaff = z.infer<typeof personOfStaff>

/** What the sign-in screen may know before anybody has signed in. */
const vaultStatus = z.object({
  state: z.enum(['empty', 'locked', 'open']),
  officeName: z.string(),
  windowName: z.string(),
  workstation: z.string(),
  people: z.array(personOfStaff),
})
export type VaultStatus = z.infer<typeof vaultStatus>

const session = z.object({
  personId,
  name: z.string(),
  posts: z.array(post),
  officeName: z.string(),
  windowName: z.string(),
  placeCode: z.string(),
  workstation: z.string(),
  chain: z.string(),
  /** 32 bytes: opens the rows of the view, nothing else. */
  rowsKey: z.instanceof(Uint8Array),
  lastSeq: z.number().int(),
  /** Wrong passwords typed for this person since the last good one. */
  failuresBefore: z.number().int(),
  /** Set where the journal may only be read, with the reason. */
  readOnly: problem.optional(),
  /** A torn last frame was cut at this start; it was never acknowledged. */
  tornTailBytes: z.number().int().optional(),
  /** Lately, on this day, the office was found on another machine than before, and began a chain of its own here. */
  foundOnOtherMachineOn: z.string().optional(),
  autoLockMinutes: z.number(),
})
export type Session = z.infer<typeof session>

const draftName = z.string().regex(/^[a-z]+(-[a-z0-9-]{1,40})?$/)
const fact = z.object({
  type: z.string().max(60),
  open: z.json(),
  personal: z.json().optional(),
  base: z.json().optional(),
})

const uploadId = z.uuid()
/** A file that main may read. The window knows its name, never where it lies. */
const scanSource = z.object({ sourceId: z.uuid(), name: z.string(), bytes: z.number().int().nonnegative() })
export type ScanSource = z.infer<typeof scanSource>

/** Every call that the desk window may make. The kiosk has its own list. */
export const deskChannels = {
  'vault:status': channel(z.void(), vaultStatus),
  'vault:establish': channel(
    z.object({
      officeName: line(60),
      placeCode: officeCodes.place,
      windowName: line(20),
      workstation: officeCodes.workstation,
      agency: agencyDetails,
      administrator: z.object({ name: line(50), password, posts: z.array(post) }),
    }),
    z.object({ session, recoveryKey: z.string() }),
  ),
  'vault:signIn': channel(z.object({ personId, password, witness: witnesses }), session),
  'vault:recover': channel(
    z.object({ recoveryKey: z.string().max(200), personId, newPassword: password, witness: witnesses }),
    session,
  ),
  'vault:lock': channel(z.void(), z.void()),
  'vault:touch': channel(z.void(), z.void()),
  /** Makes a new key; the old sheet opens too until `vault:keepRecoverySheet` says that the new one is in hand. */
  'vault:renewRecoverySheet': channel(z.void(), z.object({ recoveryKey: z.string() })),
  'vault:keepRecoverySheet': channel(z.void(), z.void()),
  'session:current': channel(z.void(), session.nullable()),
  'people:add': channel(z.object({ name: line(50), posts: z.array(post).min(1), password }), z.object({ personId })),
  /** One's own: the old password is asked for, with the delays of sign-in after wrong ones. */
  'people:changePassword': channel(z.object({ current: password, password }), z.void()),
  /** Another's, by an administrator. */
  'people:setPassword': channel(z.object({ personId, password }), z.void()),
  /** Seals, signs, writes and fdatasyncs one act, then answers. What is answered is never lost. */
  'ledger:append': channel(
    z.object({ subject: z.string().max(80), role: post, facts: z.array(fact).min(1).max(20) }),
    z.object({ chain: z.string(), seq: z.number().int(), hash: z.string() }),
  ),
  'ledger:head': channel(z.void(), z.object({ chain: z.string(), seq: z.number().int(), hash: z.string() })),
  /** Today in Asia/Shanghai, or `clockBehind` until a person has confirmed the date. */
  'clock:today': channel(z.void(), z.object({ today: civilDate, isRehearsal: z.boolean() })),
  'clock:confirm': channel(z.object({ today: civilDate }), z.void()),
  'draft:save': channel(z.object({ name: draftName, content: z.json() }), z.object({ savedAt: z.number() })),
  'draft:load': channel(z.object({ name: draftName }), z.object({ content: z.json(), savedAt: z.number() }).nullable()),
  'draft:list': channel(z.void(), z.array(z.object({ name: draftName, savedAt: z.number() }))),
  'draft:discard': channel(z.object({ name: draftName }), z.void()),
  'letter:save': channel(
    z.object({
      fileName: z.string().regex(/^[^\\/:*?"<>|\u0000-\u001f]{1,120}\.pdf$/),
      bytes: z.instanceof(Uint8Array),
    }),
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('saved'), path: z.string(), digest: z.string() }),
      z.object({ outcome: z.literal('cancelled') }),
    ]),
  ),
  /** Prints page images (PNG, one a page, in reading order) on A4; the PDF itself stays the record. */
  'letter:print': channel(
    z.object({
      title: line(120),
      pages: z.array(z.instanceof(Uint8Array)).min(1).max(mostPrintedPages),
      /** Of the paper, mm; missing: A4. */
      sizeMm: z
        .object({ width: z.number().int().min(50).max(420), height: z.number().int().min(50).max(420) })
        .optional(),
    }),
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('printed') }),
      z.object({ outcome: z.literal('cancelled') }),
    ]),
  ),
  /** Writes a register as a spreadsheet and records that it went out. Unmasked ones are the head's. */
  'register:save': channel(
    registerFile,
    z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('saved'), digest: z.string() }),
      z.object({ outcome: z.literal('cancelled') }),
    ]),
  ),
  /** Saves or prints a register as a paper, and records that it went out. Unmasked ones are the head's. */
  'register:savePaper': channel(registerPaper, z.object({ outcome: z.enum(['saved', 'cancelled']) })),
  'register:printPaper': channel(printedRegister, z.object({ outcome: z.enum(['printed', 'cancelled']) })),
  /** The operating system's dialog; no files where it was cancelled. */
  'scan:pick': channel(z.void(), z.array(scanSource)),
  /** New files in the scanner's folder that are no longer being written. */
  'scan:watched': channel(
    z.void(),
    z.object({ state: z.enum(['off', 'missing', 'ready']), sources: z.array(scanSource) }),
  ),
  /**
   * Main reads the file itself where `sourceId` is given and `isSent` is not; else the window sends the bytes, and
   * `sourceId` only says which file of the scanner's folder is to be put away afterwards.
   */
  'scan:begin': channel(
    z.object({
      /** A request, or a document of the catalogue: then the kind says nothing. */
      subject: z.string().max(80),
      kind: z.enum([
        ...(['signedForm', 'identityExtract', 'powerOfAttorney', 'envelope'] as const),
        ...(['releasedFile', 'signedReceipt', 'paperApproval', 'other'] as const),
      ]),
      title: line(200),
      /** Missing: the clerk's. A file of a public document is the reviewer's or head's to add. */
      role: post.optional(),
      bytes: z.number().int().nonnegative(),
      sourceId: z.uuid().optional(),
      isSent: z.boolean(),
    }),
    z.object({ uploadId, most: z.literal(mostScanBytes) }),
  ),
  /** The next piece, at most 1 MiB; without bytes main reads it. Answers how much there is by now. */
  'scan:part': channel(
    z.object({
      uploadId,
      bytes: z
        .instanceof(Uint8Array)
        .refine(({ length }) => length <= scanPartBytes)
        .optional(),
    }),
    z.object({ received: z.number().int() }),
  ),
  /** Seals, keeps and records. `isPutAway` is false where the scanner's file could not be moved. */
  'scan:finish': channel(
    z.object({ uploadId }),
    z.object({ seq: z.number().int(), isMended: z.boolean(), isPutAway: z.boolean() }),
  ),
  'scan:cancel': channel(z.object({ uploadId }), z.void()),
  /** Whether a reader of identity cards is set up on this machine, and the card that lies on it. Never the photo. */
  'card:isSetUp': channel(z.void(), z.boolean()),
  'card:read': channel(
    z.void(),
    z.discriminatedUnion('outcome', [
      z.object({
        outcome: z.literal('read'),
        name: z.string().max(300),
        idNumber: z.string().max(300),
        address: z.string().max(300),
      }),
      z.object({ outcome: z.literal('notRead'), why: z.enum(['noReader', 'noAnswer', 'noCard', 'unreadable']) }),
    ]),
  ),
  ...importChannels,
  'health:report': channel(
    z.void(),
    z.object({
      freeBytes: z.number(),
      mayStartNewWork: z.boolean(),
      acts: z.number().int(),
      /** `missing`: its folder is not there; `behind`: it is, and lacks acts. */
      mirror: z.enum(['off', 'current', 'behind', 'missing']),
      /** Scans that could not be copied though the folder is there. */
      mirrorFailed: z.number().int().optional(),
      /** Copies that lie aside in the folder, with acts that were not on this machine. */
      mirrorAside: z.number().int().optional(),
      /** Where a person's word for the date stands against the machine's clock. Civil days. */
      clockCorrected: z.object({ machineSays: civilDate, officeSays: civilDate }).optional(),
      readOnly: problem.optional(),
    }),
  ),
  ...settingsChannels,
  ...catalogueChannels,
  ...kioskCareChannels,
  ...bookletChannels,
  ...intakeChannels,
  ...mediaChannels,
  ...neighbourChannels,
  ...joiningChannels,
  ...putBackChannels,
  ...bundleChannels,
  ...exchangeChannels,
  ...updateChannels,
  ...sendingChannels,
} as const

export type DeskChannels = typeof deskChannels

export { actsPath } from './act-stream'

/** `?request=…&digest=…` (or `?document=…`): the plain bytes of one scan or attachment, verified before the first leaves; or a problem. */
export const scanPath = '/ledger/scan'

/** `?source=…`: a picked file, for the window that has to draw on it before it is sealed. */
export const scanSourcePath = '/scan-source'

/** Content type (RFC 9457) under which these two paths answer a problem instead of bytes. */
export const problemType = 'application/problem+json'

/** Path of the office's own faces of letters; `?face=body` or `?face=title`. */
export const letterFontPath = '/letter-font'
