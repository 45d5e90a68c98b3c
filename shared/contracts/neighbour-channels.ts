import { channel } from './channel'
import { officeCodes } from './office-codes'
import { line } from './pieces'
import { z } from './zod'

const password = z.string().min(1).max(200)
const seq = z.number().int().nonnegative()
/** Milliseconds since 1970. */
const moment = z.number()
/** Of IP version 4: the line is bound to one network and no other. */
const ownAddress = z.ipv4()
/** `192.168.1.20:8790`, or without the port. */
const theirAddress = z.string().trim().min(1).max(60)
const port = z.number().int().min(1024).max(65_535)
/** Six groups of four digits. */
const print = z.string().max(40)
export const standardLinePort = 8790

/** A machine of the office, by the chain that it writes or wrote. */
const officeMachine = z.object({
  chain: z.string(),
  /** Null where no act that is here says them. */
  workstation: z.string().nullable(),
  windowName: z.string().nullable(),
  isThis: z.boolean(),
  state: z.enum(['inUse', 'retired', 'revoked']),
  /** Acts of it that are here. */
  held: seq,
  /** Moment of the last of them. */
  lastActAt: moment.nullable(),
  /** When it last asked this machine for something. */
  lastSeenAt: moment.nullable(),
  revokedFrom: seq.nullable(),
})
export type OfficeMachine = Readonly<z.infer<typeof officeMachine>>

const refusals = [
  ...(['notOpen', 'busy', 'wrongCode', 'tooManyTries', 'expired', 'notUnderstood'] as const),
  ...(['refusedThere', 'workstationTaken', 'away', 'changedOnTheWay', 'addressWrong', 'notWhole'] as const),
  ...(['fileUnreadable', 'notForUs', 'nothingPending', 'lineEnded', 'noSpace', 'cannotListen'] as const),
] as const
export const joinFailure = z.enum(refusals)
export type JoinFailure = z.infer<typeof joinFailure>

const asks = z.object({ workstation: z.string(), windowName: z.string() })

/** The invitation that is open on this machine. */
const invitation = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('open'), code: z.string(), expiresAt: moment, triesLeft: z.number().int() }),
  /** `asks` null: at the other machine nobody has said yet that the digits are the same. */
  z.object({ stage: z.literal('compare'), pairingId: z.uuid(), words: z.string(), asks: asks.nullable() }),
  z.object({ stage: z.literal('done'), asks }),
  z.object({ stage: z.literal('closed'), why: joinFailure }),
])
export type Invitation = Readonly<z.infer<typeof invitation>>

export const neighbourState = z.object({
  machines: z.array(officeMachine),
  /** This machine's own line for the others. */
  serving: z.object({
    isOn: z.boolean(),
    address: z.string().nullable(),
    port,
    /** Addresses of this machine that others can reach. */
    addresses: z.array(z.string()),
    trouble: z.enum(['addressGone', 'portTaken', 'notOpened']).nullable(),
  }),
  /** The machine that this one exchanges with; null where there is none. */
  partner: z
    .object({
      address: z.string(),
      levelAt: moment.nullable(),
      isRunning: z.boolean(),
      trouble: z.enum(['away', 'refused', 'notUnderstood', 'stopped', 'locked']).nullable(),
    })
    .nullable(),
  invitation: invitation.nullable(),
})
export type NeighbourState = Readonly<z.infer<typeof neighbourState>>

/** A request that came on a stick. */
const shownRequest = z.object({ requestId: z.uuid(), asks, print })
export type ShownJoinRequest = Readonly<z.infer<typeof shownRequest>>

/** How far this machine has come to be one of an office that stands already. */
export const joiningState = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('idle'), hasPending: z.boolean() }),
  z.object({ stage: z.literal('meeting') }),
  z.object({ stage: z.literal('compare'), words: z.string() }),
  z.object({ stage: z.literal('waiting') }),
  z.object({ stage: z.literal('fetching'), acts: seq }),
  /** A request lies on the stick; its answer has not come. */
  z.object({ stage: z.literal('requested'), print }),
  z.object({ stage: z.literal('compareAnswer'), officeName: z.string(), print }),
  z.object({ stage: z.literal('joined'), officeName: z.string() }),
  z.object({ stage: z.literal('failed'), why: joinFailure }),
])
export type JoiningState = Readonly<z.infer<typeof joiningState>>

const newMachine = z.object({ workstation: officeCodes.workstation, windowName: line(20) })
const chosen = z.object({ outcome: z.enum(['done', 'cancelled']) })

/** The office's own machines, among themselves. What they do to the office is the administrator's. */
export const neighbourChannels = {
  'neighbours:read': channel(z.void(), neighbourState),
  'neighbours:serve': channel(z.object({ address: ownAddress, port }), z.void()),
  'neighbours:endServing': channel(z.void(), z.void()),
  /** A code that lets one machine in, once, for ten minutes. The line is opened with it where it is not. */
  'neighbours:invite': channel(z.object({ address: ownAddress, port }), z.void()),
  /** The digits are the same on both screens. */
  'neighbours:admit': channel(z.object({ pairingId: z.uuid(), password }), z.void()),
  'neighbours:endInvitation': channel(z.void(), z.void()),
  /** With whom this machine exchanges; null: with nobody. */
  'neighbours:setPartner': channel(z.object({ address: theirAddress.nullable() }), z.void()),
  'neighbours:exchange': channel(z.void(), z.void()),
  /** The machine is lost: nothing that it writes from here on counts. */
  'neighbours:revoke': channel(z.object({ chain: z.string().regex(/^[0-9a-f]{32}$/) }), z.void()),
  'neighbours:readRequest': channel(z.void(), shownRequest.nullable()),
  /** Null where it was cancelled; else what is compared with the other screen. */
  'neighbours:writeAnswer': channel(z.object({ requestId: z.uuid(), password }), z.object({ print }).nullable()),
} as const

/** Of a machine on which no office stands yet; answered before anybody has signed in, and never after. */
export const joiningChannels = {
  'joining:read': channel(z.void(), joiningState),
  'joining:begin': channel(newMachine.extend({ address: theirAddress, code: z.string().trim().max(20) }), z.void()),
  /** Somebody has compared the digits. */
  'joining:confirm': channel(z.void(), z.void()),
  'joining:cancel': channel(z.void(), z.void()),
  'joining:writeRequest': channel(newMachine.extend({ password }), chosen),
  'joining:readAnswer': channel(z.object({ password }), chosen),
  /** Somebody has compared the digits of the answer. */
  'joining:acceptAnswer': channel(z.void(), z.void()),
} as const
