import type { Contact } from '#shared/contracts/headquarters-console'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import type { WaitingScans } from '../waiting-scans'
import type { LiveLink } from './live-exchange'

/** As many as headquarters hears of at once. */
const mostHolds = 100

export interface ContactParts {
  readonly program: string
  /** Acts, and scans to headquarters; those that come are no backlog of this machine. */
  readonly waiting: number
  readonly scans: WaitingScans['go']
  readonly now: number
}

/** What this machine says of itself after a pass. */
export function contactOf(
  ledger: Pick<ExchangeLedger, 'heads' | 'ownChain'>,
  { program, waiting, scans, now }: ContactParts,
): Contact {
  const others = ledger.heads().filter(({ chain }) => chain !== ledger.ownChain)
  // What headquarters sent has arrived as far as its chains are held here.
  const holds = others.slice(0, mostHolds).map(({ chain, seq }) => ({ chain, seq }))
  const { files, bytes } = scans
  return { program, backlog: waiting, scans: { files, bytes }, machineAt: new Date(now).toISOString(), holds }
}

/** A headquarters that is older than the word of scans refuses all of it: told again without, and for as long as this link holds. */
export function inItsWords(link: LiveLink): LiveLink {
  let isOlder = false
  return {
    ...link,
    async contact(said) {
      const { scans: _scans, ...older } = said
      const answer = await link.contact(isOlder ? older : said)
      if (isOlder || answer.ok || answer.problem.kind !== 'notUnderstood') return answer
      const again = await link.contact(older)
      isOlder = again.ok
      return again
    },
  }
}
