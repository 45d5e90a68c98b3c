import type { KeyObject } from 'node:crypto'
import fs from 'node:fs'
import type { Reply } from '#shared/contracts/channel'
import type { JoinFailure, JoiningState } from '#shared/contracts/neighbour-channels'
import { err, ok, type Result } from '#shared/kernel/result'
import type { Craft } from '#shared/ledger/exchange/craft'
import { writeWhole } from '../../files/write-whole'
import { takeSegments } from '../../sync/take-segments'
import { identityOf } from '../../bundles/machine-recipient'
import { checkNewPassword, type PasswordKdf } from '../../vault/password-key'
import type { Vault } from '../../vault/vault'
import { openWrappedKeys } from '../../vault/wrapped-subject-keys'
import { meetHost, type PairingGuest, type PairingProblem } from '../pairing/pairing-guest'
import { joinNote, type JoinRequest } from '../pairing/pairing-messages'
import { answerPrint, readAnswerFile, type AnswerFile } from './answer-file'
import { bringByLine, newMachine, pairingCarrier, signNoteWith, urlOf, type NewMachine } from './by-line'
import { joinOffice, type JoinProblem, type Making } from './join-office'
import { dropPending, keepPending, openPending, readPending, requestPrint, writeRequestFile } from './request-file'
import { welcome, type Welcome } from './welcome'

export interface JoinDeskParts {
  /** Where the office is to lie. */
  readonly office: string
  readonly vault: Pick<Vault, 'status' | 'reread'>
  readonly kdf: PasswordKdf
  readonly craft: Craft
  readonly now: () => number
  readonly random: (size: number) => Buffer
  readonly newId: () => string
  readonly wait: (ms: number) => Promise<void>
  /** Null where it was cancelled. */
  readonly askWhere: (suggested: string) => Promise<string | null>
  readonly askFile: () => Promise<string | null>
  /** A bug: its number goes to the log. */
  readonly onFault: (cause: unknown) => void
}

export interface JoinDesk {
  state(): JoiningState
  begin(asked: { workstation: string; windowName: string; address: string; code: string }): Reply<void>
  confirm(): Reply<void>
  cancel(): Reply<void>
  writeRequest(asked: { workstation: string; windowName: string; password: string }): Promise<Reply<Chosen>>
  readAnswer(asked: { password: string }): Promise<Reply<Chosen>>
  acceptAnswer(): Reply<void>
}

type Chosen = { outcome: 'done' | 'cancelled' }

const pollMs = 1_000
const timeoutMs = 30_000

/** A machine without an office becomes one of an office that stands: by the network, or by a stick that goes there and back. */
export function joinDesk(parts: JoinDeskParts): JoinDesk {
  const { office, vault, kdf, craft, now } = parts
  const pending = { file: `${office}.join-request`, kdf }
  let state: JoiningState = { stage: 'idle', hasPending: false }
  /** Grows with every beginning and end: what is under way for an earlier one says nothing any more. */
  let turn = 0
  let met: { readonly guest: PairingGuest; readonly machine: NewMachine; readonly url: string } | null = null
  let answer: (AnswerFile & { readonly signingKey: KeyObject }) | null = null

  const idle = (): JoiningState => ({ stage: 'idle', hasPending: readPending(pending) !== null })
  const isFree = (): boolean => vault.status().state === 'empty'
  const taken = { ok: false, problem: { kind: 'alreadyEstablished' } } as const
  /** Runs beside the window; its outcome is the next state, unless somebody has begun anew. */
  const run = (
    first: JoiningState,
    work: (say: (next: JoiningState) => void) => Promise<JoiningState>,
  ): Reply<void> => {
    if (!isFree()) return taken
    const own = ++turn
    const say = (next: JoiningState): void => {
      if (own === turn) state = next
    }
    say(first)
    work(say).then(say, (cause: unknown) => {
      parts.onFault(cause)
      say(failed('notUnderstood'))
    })
    return done
  }
  const stands = (of: Welcome, joined: Result<void, JoinProblem>): JoiningState => {
    if (!joined.ok) return failed(whyOf(joined.problem))
    const read = vault.reread()
    return read.ok ? { stage: 'joined', officeName: of.share.officeName } : failed('notWhole')
  }
  const join = async (of: Welcome, signingKey: KeyObject, rest: JoinRest): Promise<JoiningState> => {
    const base = { office, welcome: of, signingKey, proof: craft, floor: kdf.floor, now }
    return stands(of, await joinOffice({ ...base, ...rest }))
  }

  const fetched = async (of: NonNullable<typeof met>, say: (next: JoiningState) => void): Promise<JoiningState> => {
    const { guest, machine, url } = of
    const { signingKey, ...said } = machine
    const asked = await guest.ask(said, signNoteWith(signingKey))
    if (!asked.ok) return failed(whyOf(asked.problem))
    say({ stage: 'waiting' })
    for (const own = turn; own === turn; await parts.wait(pollMs)) {
      const heard = await guest.answer()
      if (!heard.ok && heard.problem.kind !== 'away') return failed(whyOf(heard.problem))
      if (!heard.ok || heard.value.kind === 'waiting') continue
      const read = welcome.safeParse(heard.value.welcome)
      if (!read.success || read.data.for.chain !== machine.chain) return failed('notUnderstood')
      const { host } = read.data
      const bring = (making: Making) =>
        bringByLine({ url, host, making, craft, now, timeoutMs, onActs: acts => say({ stage: 'fetching', acts }) })
      return join(read.data, signingKey, { bring, beside: { 'neighbours.json': JSON.stringify({ partner: { url } }) } })
    }
    return idle()
  }

  return {
    state: () => (state.stage === 'idle' ? idle() : state),
    begin: ({ address, code, ...asked }) => {
      const url = urlOf(address)
      const typed = code.normalize('NFKC').replace(/[\s-]/g, '')
      return run(url ? { stage: 'meeting' } : failed('addressWrong'), async () => {
        if (!url) return failed('addressWrong')
        const machine = newMachine(asked, parts.random)
        const guest = await meetHost(pairingCarrier(url, timeoutMs), { code: typed, random: parts.random })
        if (!guest.ok) return failed(whyOf(guest.problem))
        met = { guest: guest.value, machine, url }
        return { stage: 'compare', words: guest.value.words }
      })
    },
    confirm: () => {
      const of = met
      met = null
      if (!of || state.stage !== 'compare') return notNow
      return run({ stage: 'waiting' }, say => fetched(of, say))
    },
    cancel: () => {
      turn++
      met = null
      answer = null
      state = idle()
      return done
    },
    writeRequest: async ({ password, ...asked }) => {
      if (!isFree()) return taken
      const strong = checkNewPassword(password)
      if (!strong.ok) return strong
      const { signingKey, ...said } = newMachine(asked, parts.random)
      const requestId = parts.newId()
      const request: JoinRequest = { ...said, signature: signNoteWith(signingKey)(joinNote(said, requestId)) }
      const file = await parts.askWhere('records-desk-join-request.json')
      if (file === null) return ok({ outcome: 'cancelled' as const })
      try {
        await keepPending(pending, { requestId, ...said, signingKey, random: parts.random }, password)
        await writeWhole(file, writeRequestFile(request, requestId))
      } catch (cause) {
        return {
          ok: false,
          problem: { kind: 'cannotWrite', detail: (cause as NodeJS.ErrnoException).code ?? 'unknown' },
        }
      }
      turn++
      const shown = { format: 'records-desk-join-request', version: 1, requestId, request } as const
      state = { stage: 'requested', print: requestPrint(shown) }
      return ok({ outcome: 'done' as const })
    },
    readAnswer: async ({ password }) => {
      if (!isFree()) return taken
      const file = await parts.askFile()
      if (file === null) return ok({ outcome: 'cancelled' as const })
      const own = ++turn
      const read = await readAnswer(file, password)
      if (own !== turn) return ok({ outcome: 'cancelled' as const })
      if (!read.ok && read.problem === 'wrongPassword')
        return { ok: false, problem: { kind: 'wrongPassword', waitSeconds: 0 } }
      answer = read.ok ? read.value : null
      state = read.ok
        ? {
            ...{ stage: 'compareAnswer', officeName: read.value.welcome.share.officeName },
            print: answerPrint(read.value.requestId, read.value.welcome),
          }
        : failed(read.problem as JoinFailure)
      return ok({ outcome: 'done' as const })
    },
    acceptAnswer: () => {
      const of = answer
      answer = null
      if (!of || state.stage !== 'compareAnswer') return notNow
      return run({ stage: 'fetching', acts: 0 }, async say => {
        const bring = (making: Making) =>
          bringFromFile(of, making, { craft, onActs: acts => say({ stage: 'fetching', acts }) })
        const joined = await join(of.welcome, of.signingKey, { bring })
        if (joined.stage === 'joined') dropPending(pending)
        return joined
      })
    },
  }

  async function readAnswer(
    file: string,
    password: string,
  ): Promise<Result<AnswerFile & { readonly signingKey: KeyObject }, JoinFailure | 'wrongPassword'>> {
    const opened = await openPending(pending, password)
    if (!opened.ok) return err(opened.problem.kind === 'wrongPassword' ? 'wrongPassword' : 'nothingPending')
    const { signingKey, requestId, chain } = opened.value
    let bytes: Buffer
    try {
      bytes = fs.readFileSync(file)
    } catch {
      return err('fileUnreadable')
    }
    const read = await readAnswerFile(bytes, [identityOf(signingKey)], craft)
    if (!read || read.requestId !== requestId || read.welcome.for.chain !== chain) return err('notForUs')
    return ok({ ...read, signingKey })
  }
}

interface JoinRest {
  readonly bring: (making: Making) => Promise<Result<unknown, JoinProblem>>
  readonly beside?: Readonly<Record<string, string>>
}

async function bringFromFile(
  { keys, segments }: AnswerFile,
  { ledger, keys: own, subjectKeys }: Making,
  { craft, onActs }: { readonly craft: Craft; readonly onActs: (acts: number) => void },
): Promise<Result<void, JoinProblem>> {
  const opened = await openWrappedKeys(keys, { office: ledger.office, identities: own.identities() })
  if (!opened.ok) return err({ kind: 'notWhole' })
  const adopted = subjectKeys.adopt(opened.value)
  if (!adopted.ok) return adopted
  const meeting = { ledger, proof: craft, by: 'bundle' as const, tell: () => undefined, countedUpTo: () => 0 }
  const taken = takeSegments(meeting, segments, craft)
  onActs(taken.came)
  return taken.refused === 0 ? ok(undefined) : err({ kind: 'notWhole' })
}

const failed = (why: JoinFailure): JoiningState => ({ stage: 'failed', why })
const done: Reply<void> = { ok: true, value: undefined }
const notNow: Reply<void> = { ok: false, problem: { kind: 'notFound' } }

function whyOf(problem: PairingProblem | JoinProblem): JoinFailure {
  switch (problem.kind) {
    case 'stopped':
      return 'lineEnded'
    case 'cannotWrite':
    case 'diskNearlyFull':
      return 'noSpace'
    case 'notOpen':
    case 'busy':
    case 'wrongCode':
    case 'tooManyTries':
    case 'expired':
    case 'refusedThere':
    case 'workstationTaken':
    case 'away':
    case 'changedOnTheWay':
    case 'notWhole':
      return problem.kind
    default:
      return 'notUnderstood'
  }
}
