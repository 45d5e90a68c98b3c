import { ReceiptBook } from '../../../electron/main/sync/receipt-book'
import { exchangeOnce } from '../../../electron/main/sync/exchange-once'
import { httpLink, type CallingChain } from '../../../electron/main/sync/http-link'
import { nodeCraft } from '../../../electron/main/sync/node-craft'
import type { ExchangeFinding } from '../../../electron/main/sync/exchange-findings'
import type { Enrolled, Enrolment } from '../../../shared/contracts/headquarters-api'
import type { ExchangeLedger } from '../../../shared/ledger/exchange/exchange-ledger'
import type { BenchServer } from './bench-server'

/** A new office at headquarters, and the code that a person would type at its first machine. */
export async function newOffice(server: Pick<BenchServer, 'console'>, placeCode = '530102'): Promise<string> {
  const wish = { placeCode, name: '云溪县档案馆' }
  const { officeId } = await server.console<{ officeId: number }>('POST', '/v1/console/offices', wish)
  const codes = `/v1/console/offices/${officeId}/codes`
  return (await server.console<{ code: string }>('POST', codes, { role: 'desk' })).code
}

/** Answers whom the machine trusts from now on. */
export async function enrolAt(url: string, asked: Enrolment): Promise<Enrolled['headquarters']> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${url}/v1/enrolments`, { method: 'POST', headers, body: JSON.stringify(asked) })
  if (answer.status !== 201) throw new Error(`enrolment: ${answer.status} ${await answer.text()}`)
  return ((await answer.json()) as Enrolled).headquarters
}

export interface Levelling {
  readonly url: string
  readonly headquartersKey: string
  readonly ledger: ExchangeLedger
  readonly callers: () => readonly CallingChain[]
  readonly actsPerRun: number
}

/** One pass of the program's own engine over HTTP. Throws where anything was refused or is not receipted after it. */
export async function levelOnce({ url, headquartersKey, ledger, callers, actsPerRun }: Levelling): Promise<void> {
  const link = httpLink({
    ...{ url, headquartersKey, callers, proof: nodeCraft, now: Date.now, timeoutMs: 120_000 },
  })
  const shelf = { load: () => [], save: () => undefined }
  const book = new ReceiptBook({ office: ledger.office, headquartersKey }, shelf, nodeCraft)
  const findings: ExchangeFinding[] = []
  const tell = (finding: ExchangeFinding) => void findings.push(finding)
  const done = await exchangeOnce({ ledger, link, craft: nodeCraft, book, tell, actsPerRun })
  const odd = findings.find(({ kind }) => kind !== 'went' && kind !== 'came')
  if (!done.ok || odd) throw new Error(`not level: ${JSON.stringify(odd ?? done)}`)
  const { seq } = ledger.heads().find(({ chain }) => chain === ledger.ownChain)!
  if (book.countedUpTo(ledger.ownChain) !== seq) throw new Error(`${seq} acts, and the receipt says fewer`)
}
