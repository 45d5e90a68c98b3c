import type { ExchangeReport, ExchangeStatus } from '../../contracts/exchange-channels'
import type { Problem } from '../../contracts/problems'
import type { Result } from '../../kernel/result'
import type { Watch } from '../ports'

export type { ChainStanding, ExchangeReport, ExchangeStatus, UsedTwice } from '../../contracts/exchange-channels'
export type { ExchangeFinding, NotedFinding } from '../../contracts/exchange-finding'

/** The exchange of this machine with headquarters, which main runs by itself. */
export interface Exchange {
  /** Hears nothing before main has answered. */
  readonly watchStatus: Watch<ExchangeStatus>
  report(): Promise<Result<ExchangeReport, Problem>>
  /** Where the receipts that contradict each other lie now; null where the person cancelled. */
  saveContradicted(): Promise<Result<string | null, Problem>>
  now(): Promise<Result<void, Problem>>
  stop(): Promise<Result<void, Problem>>
  /** On the line. Headquarters' key then waits in the status to be compared. */
  enrol(address: string, code: string): Promise<Result<void, Problem>>
  /** By media: where the request lies; null where the person cancelled. */
  writeRequest(code: string): Promise<Result<string | null, Problem>>
  readAnswer(): Promise<Result<'read' | 'cancelled', Problem>>
  confirmKey(keyPrint: string): Promise<Result<void, Problem>>
  dropKey(): Promise<Result<void, Problem>>
  /** Null: by media only. */
  setAddress(address: string | null): Promise<Result<void, Problem>>
  leave(): Promise<Result<void, Problem>>
}
