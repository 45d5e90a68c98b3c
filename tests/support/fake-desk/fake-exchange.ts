import type { Exchange, ExchangeReport, ExchangeStatus } from '#shared/application/exchange/ports'
import { ok } from '#shared/kernel/result'

export const notEnrolled: ExchangeStatus = {
  headquarters: null,
  unconfirmed: null,
  running: null,
  waiting: 0,
  oldestWaitingAt: null,
  scans: { go: { files: 0, bytes: 0 }, come: { files: 0, bytes: 0, elsewhere: 0 }, trouble: null },
  confirmedAt: null,
  lastContactAt: null,
  levelAt: null,
  nextTryAt: null,
  trouble: null,
  clockOffsetMs: null,
  own: null,
}

export interface FakeExchange extends Exchange {
  /** What main would say from now on. */
  show(status: ExchangeStatus, report?: ExchangeReport): void
  readonly asked: readonly string[]
}

/** A machine that is enrolled nowhere, until a test says otherwise. */
export function fakeExchange(status = notEnrolled): FakeExchange {
  let now = status
  let report: ExchangeReport = { chains: [], findings: [], usedTwice: [], contradicted: [], outlived: [] }
  const listeners = new Set<(status: ExchangeStatus) => void>()
  const asked: string[] = []
  const done = (what: string) => async () => {
    asked.push(what)
    return ok(undefined)
  }
  return {
    asked,
    show: (next, told = report) => {
      now = next
      report = told
      listeners.forEach(tell => tell(now))
    },
    watchStatus: listener => {
      listeners.add(listener)
      queueMicrotask(() => listener(now))
      return () => void listeners.delete(listener)
    },
    report: async () => ok(report),
    ...{ now: done('now'), stop: done('stop'), dropKey: done('dropKey'), leave: done('leave') },
    enrol: async (address, code) => done(`enrol ${address} ${code}`)(),
    writeRequest: async () => ok(null),
    saveContradicted: async () => ok(null),
    readAnswer: async () => ok('cancelled'),
    confirmKey: async keyPrint => done(`confirmKey ${keyPrint}`)(),
    setAddress: async address => done(`setAddress ${address}`)(),
  }
}
