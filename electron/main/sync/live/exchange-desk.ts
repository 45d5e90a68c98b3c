import fs from 'node:fs'
import path from 'node:path'
import type { ExchangeReport, ExchangeStatus } from '#shared/contracts/exchange-channels'
import type { EnrolmentFailure } from '#shared/contracts/exchange-problem'
import type { Enrolled } from '#shared/contracts/headquarters-api'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import { officeSubject } from '#shared/ledger/subject'
import { attemptWrite } from '../../vault/attempt-write'
import type { Workstation } from '../../workstation/workstation'
import { nodeCraft } from '../node-craft'
import { enrolOnline, readAddress } from './enrol-online'
import { judgeEnrolled, makeEnrolment } from './enrolment'
import { saveContradicted } from './save-contradicted'
import type { LiveExchange } from './live-exchange'
import { printOfKey, type PinnedHeadquarters } from './pinned-headquarters'

export interface ExchangeDeskParts {
  readonly workstation: Workstation
  readonly pinned: PinnedHeadquarters
  readonly live: Pick<LiveExchange, 'status' | 'report' | 'now' | 'stopPass' | 'begin' | 'end' | 'known'>
  /** A folder for the request; null where the person cancelled. */
  readonly askFolder: () => Promise<string | null>
  /** The answer file. */
  readonly askFile: () => Promise<string | null>
  /** Where to save, beginning with a name that is suggested. */
  readonly askWhere: (suggested: string) => Promise<string | null>
  readonly now: () => number
  readonly timeoutMs: number
}

/** What the exchange desk may ask. Who may enrol, its handlers ask before. */
export interface ExchangeDesk {
  status(): ExchangeStatus
  report(): ExchangeReport
  /** Null where the person cancelled. */
  saveContradicted(): Promise<Result<string | null, Problem>>
  now(): void
  stop(): void
  enrol(asked: { readonly address: string; readonly code: string }): Promise<Result<void, Problem>>
  writeRequest(code: string): Promise<Result<string | null, Problem>>
  /** False where the person cancelled. */
  readAnswer(): Promise<Result<boolean, Problem>>
  confirmKey(keyPrint: string): Result<void, Problem>
  dropKey(): void
  setAddress(address: string | null): Result<void, Problem>
  leave(): Result<void, Problem>
  /** On lock: a key that nobody has compared is forgotten. */
  drop(): void
}

/** Answered by headquarters, and not compared by anybody yet. */
interface Unconfirmed {
  readonly headquarters: Enrolled['headquarters']
  readonly address: string | null
  readonly clockOffsetMs: number | null
}

const mostAnswerBytes = 64 * 1024

export function exchangeDesk(parts: ExchangeDeskParts): ExchangeDesk {
  const { workstation, pinned, live } = parts
  let unconfirmed: Unconfirmed | null = null

  const ledger = (): Result<ExchangeLedger, Problem> => {
    const open = workstation.exchangeWith(nodeCraft)
    return open ? ok(open) : err({ kind: 'locked' })
  }
  const request = (code: string) => {
    const open = ledger()
    if (!open.ok) return open
    const made = makeEnrolment({ ledger: open.value, sign: bytes => workstation.sign(bytes) }, code)
    return made.ok ? made : err(failed(made.problem))
  }
  const answered = (answer: unknown, from: Omit<Unconfirmed, 'headquarters'>): Result<void, Problem> => {
    const open = ledger() // after the line or the dialog: it may have been locked meanwhile
    if (!open.ok) return open
    const judged = judgeEnrolled(answer, open.value)
    if (!judged.ok) return err(failed(judged.problem))
    const { headquarters } = judged.value
    const now = pinned.current()
    // Another key than the one that was pinned takes its place only after a person has ended the exchange with that one.
    if (now && now.publicKey !== headquarters.publicKey) return err(failed('otherKey'))
    unconfirmed = { headquarters, ...from }
    return ok(undefined)
  }

  return {
    status: () => {
      const seen = unconfirmed
      const { clockOffsetMs } = seen ?? {}
      return {
        ...live.status(),
        unconfirmed: seen && {
          keyPrint: printOfKey(seen.headquarters.publicKey),
          clockOffsetMs: clockOffsetMs ?? null,
        },
      }
    },
    report: () => live.report(),
    saveContradicted: async () => {
      const open = ledger()
      if (!open.ok) return open
      return saveContradicted({ office: open.value.office, headquarters: live.known, askWhere: parts.askWhere })
    },
    now: () => live.now(),
    stop: () => live.stopPass(),

    enrol: async ({ address: typed, code }) => {
      const address = readAddress(typed)
      if (address === null) return err(failed('addressWrong'))
      const made = request(code)
      if (!made.ok) return made
      const answer = await enrolOnline({ address, now: parts.now, timeoutMs: parts.timeoutMs }, made.value)
      if (!answer.ok) return err(failed(answer.problem))
      const { body, clockOffsetMs } = answer.value
      return answered(body, { address, clockOffsetMs })
    },
    writeRequest: async code => {
      const made = request(code)
      if (!made.ok) return made
      const folder = await parts.askFolder()
      if (folder === null) return ok(null)
      const file = path.join(folder, requestName(made.value.chain))
      const text = `${JSON.stringify(made.value, null, 2)}\n`
      const written = attemptWrite(() => {
        fs.writeFileSync(`${file}.part`, text, { flush: true })
        fs.renameSync(`${file}.part`, file)
      })
      return written.ok ? ok(file) : written
    },
    readAnswer: async () => {
      const file = await parts.askFile()
      if (file === null) return ok(false)
      const answer = readJson(file)
      if (answer === null) return err(failed('fileUnreadable'))
      const read = answered(answer, { address: pinned.current()?.address ?? null, clockOffsetMs: null })
      return read.ok ? ok(true) : read
    },
    confirmKey: keyPrint => {
      const seen = unconfirmed
      if (!seen || printOfKey(seen.headquarters.publicKey) !== keyPrint) return err(failed('nothingToConfirm'))
      const admitted = admit(workstation, seen.headquarters)
      if (!admitted.ok) return admitted
      const { headquarters, address } = seen
      const kept = pinned.keep({ ...headquarters, address, enrolledAt: parts.now() })
      if (!kept.ok) return kept
      unconfirmed = null
      live.begin()
      return ok(undefined)
    },
    dropKey: () => void (unconfirmed = null),
    setAddress: typed => {
      const now = pinned.current()
      if (!now) return err(failed('notEnrolled'))
      const address = typed === null ? null : readAddress(typed)
      if (typed !== null && address === null) return err(failed('addressWrong'))
      const kept = pinned.keep({ ...now, address })
      if (!kept.ok) return kept
      live.begin()
      return ok(undefined)
    },
    leave: () => {
      if (!pinned.current()) return err(failed('notEnrolled'))
      void live.end()
      return pinned.forget()
    },
    drop: () => void (unconfirmed = null),
  }
}

const failed = (why: EnrolmentFailure): Problem => ({ kind: 'enrolmentFailed', why })

/** In ASCII, because a stick may come from anywhere; tells two machines of an office apart. */
const requestName = (chain: string): string => `enrolment-request-${chain.slice(0, 8)}.json`

/** The office's other machines hear from this act whom to take for headquarters; said once. */
function admit(workstation: Workstation, { chain, publicKey }: Enrolled['headquarters']): Result<unknown, Problem> {
  const isSaid = workstation.ledger?.chainFacts.some(({ says }) => says.kind === 'admitted' && says.chain === chain)
  if (isSaid) return ok(undefined)
  const open = { chain, publicKey, suite: 1, workstation: '', windowName: headquartersName }
  return workstation.append({
    ...{ subject: officeSubject, role: 'administrator' },
    facts: [{ type: 'chain.admitted@1', open }],
  })
}

/** As the ledger names it, where machines have the name of their window. */
const headquartersName = '上级端'

function readJson(file: string): unknown {
  try {
    return fs.statSync(file).size > mostAnswerBytes ? null : JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
