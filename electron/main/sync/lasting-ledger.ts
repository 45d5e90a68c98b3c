import { err } from '#shared/kernel/result'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import type { HeadquartersLink } from './headquarters-link'

/** Asks for the ledger of the desk that is open now; null while it is locked. After a roll-over it is another one. */
export type AskLedger = () => ExchangeLedger | null

/** One ledger for a whole pass, whatever desk stands behind it at the moment. While it is locked it holds nothing. */
export function lastingLedger(office: string, ask: AskLedger): ExchangeLedger {
  const locked = () => err({ kind: 'locked' })
  return {
    office,
    get ownChain() {
      return ask()?.ownChain ?? ''
    },
    heads: () => ask()?.heads() ?? [],
    hashAt: (chain, seq) => ask()?.hashAt(chain, seq) ?? null,
    read: (chain, after, limit) => ask()?.read(chain, after, limit) ?? [],
    keyOf: (chain, opening) => ask()?.keyOf(chain, opening) ?? null,
    take: (chain, acts) => ask()?.take(chain, acts) ?? locked(),
    rollOver: at => ask()?.rollOver(at) ?? locked(),
    setAside: at => ask()?.setAside(at) ?? locked(),
  }
}

/** Ends a pass with the first answer that comes after the desk was locked: nothing is concluded from a ledger that is shut. */
export function linkWhileOpen(link: HeadquartersLink, ask: AskLedger): HeadquartersLink {
  const whileOpen = async <T>(answer: Promise<T>) => {
    const answered = await answer
    return ask() ? answered : err({ kind: 'locked' } as const)
  }
  return {
    heads: () => whileOpen(link.heads()),
    send: segment => whileOpen(link.send(segment)),
    fetch: (chain, after, limit) => whileOpen(link.fetch(chain, after, limit)),
  }
}
