import { setTimeout as pause } from 'node:timers/promises'
import fs from 'node:fs'
import type { Reply } from '#shared/contracts/channel'
import type { Invitation, NeighbourState, ShownJoinRequest } from '#shared/contracts/neighbour-channels'
import { standardLinePort } from '#shared/contracts/neighbour-channels'
import type { Problem } from '#shared/contracts/problems'
import type { ChainRoot } from '#shared/ledger/exchange/chain-trust'
import type { Craft } from '#shared/ledger/exchange/craft'
import { officeSubject } from '#shared/ledger/subject'
import { writeWhole } from '../files/write-whole'
import type { TellFinding } from '../sync/exchange-findings'
import { wrapSubjectKeys } from '../vault/wrapped-subject-keys'
import type { DeskChange, Workstation } from '../workstation/workstation'
import { admitMachine } from './joining/admit-machine'
import { answerPrint, writeAnswerFile } from './joining/answer-file'
import { urlOf } from './joining/by-line'
import { readRequestFile, requestPrint, type RequestFile } from './joining/request-file'
import { changeLineSettings, readLineSettings, type LineSettings } from './line-settings'
import { officeMachines } from './office-machines'
import { openLineDesk } from './open-line-desk'
import { PairingHost } from './pairing/pairing-host'
import { partnerLine } from './partner-line'
import { officeLine, type OfficeLine } from './serving/office-line'

export interface NeighbourDeskParts {
  readonly office: string
  readonly workstation: Workstation
  readonly craft: Craft
  /** The headquarters that this machine is enrolled with. */
  readonly pinned: () => ChainRoot | null
  readonly now: () => number
  readonly random: (size: number) => Buffer
  /** Where other machines may reach this one; asked each time, because cables are pulled. */
  readonly addresses: () => readonly string[]
  readonly newId: () => string
  /** Null where it was cancelled. */
  readonly askWhere: (suggested: string) => Promise<string | null>
  readonly askFile: () => Promise<string | null>
  readonly onTaken: () => void
  /** For the record of the exchange. */
  readonly tell: TellFinding
  readonly onFault: (cause: unknown) => void
  readonly timeoutMs?: number
}

type Place = { readonly address: string; readonly port: number }

/** The office's machines among themselves: who they are, this machine's line, whom it lets in, and with whom it exchanges. */
export interface NeighbourDesk {
  /** What the settings of this machine say: once, when the program starts. */
  start(): Promise<void>
  state(): Reply<NeighbourState>
  serve(at: Place): Promise<Reply<void>>
  endServing(): Promise<Reply<void>>
  invite(at: Place): Promise<Reply<void>>
  admit(asked: { pairingId: string; password: string }): Promise<Reply<void>>
  endInvitation(): Reply<void>
  setPartner(asked: { address: string | null }): Reply<void>
  exchange(): Reply<void>
  revoke(asked: { chain: string }): Reply<void>
  readRequest(): Promise<Reply<ShownJoinRequest | null>>
  writeAnswer(asked: { requestId: string; password: string }): Promise<Reply<{ print: string } | null>>
  /** One pass, for tests. */
  pass: ReturnType<typeof partnerLine>['pass']
  /** Somebody signed in, or wrote something: the other machine is to hear of it. */
  hear(change: DeskChange): void
  /** The desk was locked: nobody is let in any more. */
  drop(): void
  stop(): Promise<void>
}

const requestTimeoutMs = 30_000

export function neighbourDesk(parts: NeighbourDeskParts): NeighbourDesk {
  const { office, workstation, craft, now, onTaken, tell, onFault, timeoutMs = requestTimeoutMs } = parts
  let invitation: PairingHost | null = null
  /** The one that let a machine in: it may not have fetched its welcome yet when the dialog is closed. */
  let fulfilled: PairingHost | null = null
  let request: RequestFile | null = null
  const lastSeenAt = new Map<string, number>()
  const desk = () => openLineDesk({ workstation, proof: craft, pinned: parts.pinned })
  const line = officeLine({
    ...{ desk, pairing: () => (workstation.isOpen ? (invitation ?? fulfilled) : null), craft, now, onTaken },
    onCaller: chain => lastSeenAt.set(chain, now()),
  })
  const partner = partnerLine({
    ...{ desk, craft, now, timeoutMs, onTaken, tell, onFault, random: Math.random },
    url: () => readLineSettings(office).partner?.url ?? null,
    wait: (ms, signal) => pause(ms, undefined, { signal, ref: false }).catch(() => undefined),
  })

  const open = async (at: Place): Promise<Reply<void>> => {
    if (!(await line.open(at)))
      return { ok: false, problem: { kind: 'lineNotOpened', why: line.trouble ?? 'notOpened' } }
    return noneOf(changeLineSettings(office, { serving: line.at ?? at }))
  }
  const admitted = async (pairingId: string, password: string): Promise<Reply<void>> => {
    const host = invitation
    const open = desk()
    if (!open) return locked
    const request = host && askedIn(host.stage, pairingId)
    if (!host || !request) return notNow
    const made = await admitMachine({ workstation, ledger: open.ledger, request, password })
    if (made.ok) host.welcome(pairingId, made.value)
    else if (isCodeTaken(made.problem)) host.close('workstationTaken')
    return made.ok ? done : made
  }

  return {
    start: async () => {
      const { serving } = readLineSettings(office)
      if (serving) await line.open(serving)
      partner.start()
    },
    state: () => {
      const open = desk()
      const { ledger } = workstation
      if (!open || !ledger) return locked
      const { serving, partner: to } = readLineSettings(office)
      const exchange = open.ledger
      return {
        ok: true,
        value: {
          machines: officeMachines({ ledger, exchange, lastSeenAt }),
          serving: servingOf(line, { setting: serving, addresses: [...parts.addresses()] }),
          partner: to ? { address: to.url.replace(/^http:\/\//, ''), ...partner.state() } : null,
          invitation: invitation && shown(invitation),
        },
      }
    },
    serve: open,
    endServing: async () => {
      invitation?.close('refusedThere')
      invitation = null
      await line.close()
      return noneOf(changeLineSettings(office, { serving: undefined }))
    },
    invite: async at => {
      const opened = line.at ? done : await open(at)
      if (!opened.ok) return opened
      invitation?.close('refusedThere')
      invitation = new PairingHost({ now, random: parts.random, newId: parts.newId, proof: craft })
      return done
    },
    admit: ({ pairingId, password }) => admitted(pairingId, password),
    endInvitation: () => {
      invitation?.close('refusedThere')
      if (invitation?.stage.kind === 'done') fulfilled = invitation
      invitation = null
      return done
    },
    setPartner: ({ address }) => {
      const url = address === null ? undefined : urlOf(address)
      if (url === null) return { ok: false, problem: { kind: 'badInput', detail: 'address' } }
      const changed = noneOf(changeLineSettings(office, { partner: url === undefined ? undefined : { url } }))
      partner.hurry()
      return changed
    },
    exchange: () => {
      partner.hurry()
      return done
    },
    revoke: ({ chain }) => {
      const held = workstation.ledger?.heads.find(head => head.chain === chain)?.seq ?? 0
      if (chain === workstation.ledger?.chain) return { ok: false, problem: { kind: 'badInput', detail: 'chain' } }
      const open = { chain, fromSeq: held + 1 }
      const fact = { type: 'chain.revoked@1', open }
      const written = workstation.append({ subject: officeSubject, role: 'administrator', facts: [fact] })
      return written.ok ? done : written
    },
    readRequest: async () => {
      const file = await parts.askFile()
      if (file === null) return { ok: true, value: null }
      const read = readRequestFile(bytesOf(file), craft)
      if (!read) return { ok: false, problem: { kind: 'joinFileRefused' } }
      request = read
      const { workstation: code, windowName } = read.request
      const asks = { workstation: code, windowName }
      return { ok: true, value: { requestId: read.requestId, asks, print: requestPrint(read) } }
    },
    writeAnswer: async ({ requestId, password }) => {
      const open = desk()
      const of = request
      if (!open) return locked
      if (of?.requestId !== requestId) return notNow
      const file = await parts.askWhere('records-desk-join-answer.age')
      if (file === null) return { ok: true, value: null }
      const made = await admitMachine({ workstation, ledger: open.ledger, request: of.request, password })
      if (!made.ok) return made
      const { office: id } = open.ledger
      const { headquarters } = open
      const holders = [{ chain: of.request.chain, publicKey: of.request.publicKey }] as const
      const keys = await wrapSubjectKeys(open.subjectKeys.carried(), { office: id, holders, headquarters })
      const answer = await writeAnswerFile({
        ...{ requestId, welcome: made.value, keys, ledger: open.ledger, craft },
        signNote: note => open.sign(Buffer.from(note)).toString('base64'),
      })
      if (!answer) return { ok: false, problem: { kind: 'cannotWrite', detail: 'EFBIG' } }
      try {
        await writeWhole(file, answer)
      } catch (cause) {
        return {
          ok: false,
          problem: { kind: 'cannotWrite', detail: (cause as NodeJS.ErrnoException).code ?? 'unknown' },
        }
      }
      return { ok: true, value: { print: answerPrint(requestId, made.value) } }
    },
    pass: () => partner.pass(),
    hear: change => {
      if (change === 'opened') partner.hurry()
      if (change === 'written') partner.wake()
    },
    drop: () => {
      invitation?.close('refusedThere')
      invitation = null
      fulfilled = null
      request = null
    },
    stop: async () => {
      await partner.stop()
      await line.close()
    },
  }
}

interface Reachable {
  readonly setting: LineSettings['serving']
  readonly addresses: string[]
}

function servingOf(line: OfficeLine, { setting, addresses }: Reachable): NeighbourState['serving'] {
  const { address, port } = line.at ?? setting ?? { address: null, port: standardLinePort }
  return { isOn: line.at !== null, address, port, addresses, trouble: line.trouble }
}

function shown(host: PairingHost): Invitation {
  const { stage } = host
  switch (stage.kind) {
    case 'open':
      return { stage: 'open', code: host.code, expiresAt: host.expiresAt, triesLeft: stage.triesLeft }
    case 'compare':
      return {
        stage: 'compare',
        pairingId: stage.pairingId,
        words: stage.words,
        asks: stage.asks && namesOf(stage.asks),
      }
    case 'done':
      return { stage: 'done', asks: namesOf(stage.asks) }
    case 'closed':
      return { stage: 'closed', why: stage.why }
  }
}

const namesOf = ({ workstation, windowName }: { workstation: string; windowName: string }) => ({
  workstation,
  windowName,
})

const isCodeTaken = (problem: Problem): boolean =>
  problem.kind === 'refused' && problem.why.kind === 'workstationCodeTaken'

function bytesOf(file: string): Uint8Array {
  try {
    return fs.readFileSync(file)
  } catch {
    return new Uint8Array()
  }
}

const done: Reply<void> = { ok: true, value: undefined }
const locked = { ok: false, problem: { kind: 'locked' } } as const
const notNow = { ok: false, problem: { kind: 'notFound' } } as const

const noneOf = (result: { ok: true } | { ok: false; problem: Problem }): Reply<void> => (result.ok ? done : result)

/** What the machine asks for whose digits are being compared; null where it is another, or none. */
const askedIn = (stage: PairingHost['stage'], pairingId: string) =>
  stage.kind === 'compare' && stage.pairingId === pairingId ? stage.asks : null
