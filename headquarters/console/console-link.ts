import {
  addedOffice,
  closed,
  issuedCode,
  machinesAnswer,
  namedOffice,
  officesAnswer,
  removedOffice,
  type Closed,
  type IssuedCode,
  type MachinesAnswer,
  type OfficesAnswer,
} from '#shared/contracts/headquarters-console'
import {
  documentsAnswer,
  quarantineAnswer,
  sendingAnswer,
  sendingsAnswer,
  sentTo,
  settledQuarantine,
  type FoundDocument,
  type NewSending,
  type QuarantineAnswer,
  type QuarantineDecision,
  type SendingAnswered,
  type SendingsAnswer,
  type SentTo,
} from '#shared/contracts/headquarters-sendings'
import { monthAnswer, yearAnswer, type MonthAnswer, type YearAnswer } from '#shared/contracts/headquarters-statistics'
import { err, ok, type Result } from '#shared/kernel/result'

export interface ConsoleProblem {
  readonly kind: 'tokenWrong' | 'refused' | 'away'
}

interface Shape<T> {
  parse(value: unknown): T
}

type Asked<T> = Promise<Result<T, ConsoleProblem>>

/** What the console asks of headquarters. The token is kept in this object alone: a page that is loaded again asks for it. */
export interface ConsoleLink {
  offices(): Asked<OfficesAnswer>
  addOffice(placeCode: string, name: string): Asked<number>
  issueCode(officeId: number): Asked<IssuedCode>
  renameOffice(officeId: number, name: string): Asked<unknown>
  /** `refused`: it has enrolled a machine, or is gone. */
  removeOffice(officeId: number): Asked<unknown>
  machines(officeId: number): Asked<MachinesAnswer>
  /** For good. `refused`: it was closed before. */
  closeMachine(officeId: number, chain: string): Asked<Closed>
  sendings(): Asked<SendingsAnswer>
  sending(sendingId: string): Asked<SendingAnswered>
  /** At most 200 offices; asked again with the same id it is done where it was not. */
  send(sending: NewSending): Asked<SentTo>
  /** Public documents of an office in which these words stand. */
  documents(officeId: number, words: string): Asked<readonly FoundDocument[]>
  year(year: number): Asked<YearAnswer>
  /** `month`: `YYYY-MM`. */
  month(officeId: number, month: string): Asked<MonthAnswer>
  quarantine(officeId: number): Asked<QuarantineAnswer>
  settle(officeId: number, hash: string, decision: QuarantineDecision): Asked<unknown>
}

export function consoleLink(token: string): ConsoleLink {
  async function ask<T>(shape: Shape<T>, path: string, body?: object): Asked<T> {
    try {
      const answer = await fetch(`/v1/console/${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      if (answer.ok) return ok(shape.parse(await answer.json()))
      return err({ kind: answer.status === 401 ? 'tokenWrong' : answer.status >= 429 ? 'away' : 'refused' })
    } catch {
      return err({ kind: 'away' })
    }
  }
  return {
    offices: () => ask(officesAnswer, 'offices'),
    async addOffice(placeCode, name) {
      const answer = await ask(addedOffice, 'offices', { placeCode, name })
      return answer.ok ? ok(answer.value.officeId) : answer
    },
    issueCode: officeId => ask(issuedCode, `offices/${officeId}/codes`, { role: 'desk' }),
    renameOffice: (officeId, name) => ask(namedOffice, `offices/${officeId}/name`, { name }),
    removeOffice: officeId => ask(removedOffice, `offices/${officeId}/removal`, {}),
    machines: officeId => ask(machinesAnswer, `offices/${officeId}/machines`),
    closeMachine: (officeId, chain) => ask(closed, `offices/${officeId}/machines/${chain}/closing`, {}),
    sendings: () => ask(sendingsAnswer, 'sendings'),
    sending: sendingId => ask(sendingAnswer, `sendings/${sendingId}`),
    send: sending => ask(sentTo, 'sendings', sending),
    async documents(officeId, words) {
      const answer = await ask(documentsAnswer, `offices/${officeId}/documents?words=${encodeURIComponent(words)}`)
      return answer.ok ? ok(answer.value.documents) : answer
    },
    year: year => ask(yearAnswer, `statistics?year=${year}`),
    month: (officeId, month) => ask(monthAnswer, `offices/${officeId}/statistics?month=${month}`),
    quarantine: officeId => ask(quarantineAnswer, `offices/${officeId}/quarantine`),
    settle: (officeId, hash, decision) => ask(settledQuarantine, `offices/${officeId}/quarantine/${hash}`, decision),
  }
}
