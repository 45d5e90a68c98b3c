import { z } from 'zod'
import { err, ok, type Result } from '#shared/kernel/result'
import { chainId } from '#shared/contracts/exchange-shapes'
import { chainFactsOf } from '#shared/ledger/exchange/chain-facts'
import type { ChainRoot } from '#shared/ledger/exchange/chain-trust'
import type { Craft } from '#shared/ledger/exchange/craft'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import { isSignature, type SignedAct } from '#shared/ledger/exchange/signed-act'
import { httpBlobLink, type BlobLink } from '../../sync/blob-link'
import { exchangeOnce } from '../../sync/exchange-once'
import type { TellFinding } from '../../sync/exchange-findings'
import type { LinkProblem } from '../../sync/headquarters-link'
import { httpLink, type CallingChain } from '../../sync/http-link'
import { ReceiptBook, type ReceiptShelf } from '../../sync/receipt-book'
import { keyCourier, linkWithKeys, type KeyCourier, type KeyDesk } from './key-courier'
import { sealedFetch } from './sealed-line'

export interface LineParts {
  /** `http://192.168.1.20:8790` */
  readonly url: string
  /** Whoever serves there, as the acts say its key. */
  readonly theirs: ChainRoot
  readonly ledger: ExchangeLedger
  /** Newest first. */
  readonly callers: () => readonly CallingChain[]
  readonly keys: () => KeyDesk | null
  readonly identities: () => readonly string[]
  readonly craft: Craft
  readonly now: () => number
  readonly timeoutMs: number
  readonly tell: TellFinding
}

/** The line to one machine of the office that serves. Kept as long as it is the same machine at the same place. */
export interface NeighbourLine {
  readonly url: string
  readonly theirs: ChainRoot
  readonly courier: KeyCourier
  /** Sealed files to and from there. */
  readonly blobs: BlobLink
  /** One exchange: the engine that headquarters is spoken to with. */
  pass(): Promise<Result<void, LinkProblem>>
}

const actsPerRun = 1_000

export function neighbourLine(parts: LineParts): NeighbourLine {
  const { url, theirs, ledger, callers, craft, now, timeoutMs, tell, identities, keys } = parts
  const transport = sealedFetch({ theirs: theirs.publicKey, identities })
  const link = httpLink({
    ...{ url, headquartersKey: theirs.publicKey, callers, proof: craft, now, timeoutMs, transport },
  })
  const courier = keyCourier({ link, theirs, desk: keys })
  const book = new ReceiptBook({ office: ledger.office, headquartersKey: theirs.publicKey }, inMemory(), craft)
  return {
    ...{ url, theirs, courier, blobs: httpBlobLink(link.ask) },
    pass: () => exchangeOnce({ ledger, link: linkWithKeys(link, courier), craft, book, tell, actsPerRun }),
  }
}

/** What whoever serves has said before is asked again at the next start. */
function inMemory(): ReceiptShelf {
  return { load: () => [], save: () => undefined }
}

/** GET /v1/line: which chain is written where one asks. Nothing is believed of it: its key is what the acts say. */
export const lineAnswer = z.strictObject({
  chain: chainId,
  /** First act of a chain that goes on for another: it proves itself by the other's key. */
  opening: z.strictObject({ body: z.string().max(20_000), signature: z.string().refine(isSignature) }).nullable(),
})

/** Null where nobody serves there; `refused` where it is none of the office's machines. */
export async function whoServes(
  url: string,
  ledger: Pick<ExchangeLedger, 'keyOf'>,
  timeoutMs: number,
): Promise<Result<ChainRoot, LinkProblem>> {
  const said = await lineAt(url, timeoutMs)
  if (!said.ok) return said
  const { chain, opening } = said.value
  const [proves] = opening ? chainFactsOf(opening.body).filter(({ says }) => says.kind === 'opened') : []
  const known = ledger.keyOf(chain, proves?.chain === chain ? proves : undefined)
  return known && known.revokedFrom === null ? ok({ chain, publicKey: known.publicKey }) : err({ kind: 'refused' })
}

async function lineAt(url: string, timeoutMs: number): Promise<Result<z.infer<typeof lineAnswer>, LinkProblem>> {
  try {
    const answer = await fetch(`${url}/v1/line`, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
    if (answer.status !== 200) return err({ kind: answer.status >= 500 ? 'away' : 'notUnderstood' })
    const read = lineAnswer.safeParse(JSON.parse((await answer.text()).slice(0, 40_000)))
    return read.success ? ok(read.data) : err({ kind: 'notUnderstood' })
  } catch {
    return err({ kind: 'away' })
  }
}

/** What this machine says of the chain that it writes. */
export function ownLine(ledger: ExchangeLedger): z.infer<typeof lineAnswer> {
  const [first] = ledger.read(ledger.ownChain, 0, 1)
  return { chain: ledger.ownChain, opening: first && goesOn(first) ? { ...first } : null }
}

const goesOn = ({ body }: SignedAct): boolean =>
  chainFactsOf(body).some(({ says }) => says.kind === 'opened' && says.previous !== undefined)
