import type { ChainRoot } from '#shared/ledger/exchange/chain-trust'
import { officeSubject } from '#shared/ledger/subject'
import type { Ledger } from '../ledger/ledger'

/**
 * Every headquarters that the office ever had to do with: those that its acts admit as one (under no workstation's code), and
 * the one that this machine has pinned. A machine that joined later has pinned none, and must not take one for a machine.
 */
export function knownHeadquarters(ledger: Pick<Ledger, 'actsOf'>, pinned: ChainRoot | null): readonly ChainRoot[] {
  const said = ledger.actsOf(officeSubject).flatMap(({ facts }) =>
    facts.flatMap(({ type, open }): ChainRoot[] => {
      if (type !== 'chain.admitted@1') return []
      const { chain, publicKey, workstation } = open as { chain: string; publicKey: string; workstation: string }
      return workstation === '' ? [{ chain, publicKey }] : []
    }),
  )
  return pinned ? [pinned, ...said] : said
}
