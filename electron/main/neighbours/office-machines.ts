import type { OfficeMachine } from '#shared/contracts/neighbour-channels'
import type { PlainAct, PlainFact } from '#shared/ledger/act'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import { hlcTime, type Hlc } from '#shared/ledger/hybrid-clock'
import { officeSubject } from '#shared/ledger/subject'
import type { Ledger } from '../ledger/ledger'

export interface MachinesGround {
  readonly ledger: Ledger
  readonly exchange: Pick<ExchangeLedger, 'ownChain' | 'keyOf'>
  readonly lastSeenAt: ReadonlyMap<string, number>
}

/** Every machine of the office that acts tell of, this one first. A chain that another goes on for is the same machine. */
export function officeMachines({ ledger, exchange, lastSeenAt }: MachinesGround): OfficeMachine[] {
  const said = namesOf(ledger)
  const held = new Map(ledger.heads.map(({ chain, seq }) => [chain, seq]))
  const retired = new Map<string, string | undefined>()
  for (const { says } of ledger.chainFacts) if (says.kind === 'retired') retired.set(says.chain, says.successor)
  const machines = [...said].flatMap(([chain, name]): OfficeMachine[] => {
    const key = exchange.keyOf(chain)
    const isThis = chain === exchange.ownChain
    // The original of a copied office goes on in a chain of which the copy says that it was left.
    if (!key || (!isThis && retired.get(chain) !== undefined)) return []
    const seq = held.get(chain) ?? 0
    const { revokedFrom } = key
    return [
      {
        ...{ chain, ...name, isThis, held: seq, revokedFrom },
        state: revokedFrom !== null ? 'revoked' : retired.has(chain) && !isThis ? 'retired' : 'inUse',
        lastActAt: seq > 0 ? momentOf(ledger, chain, seq) : null,
        lastSeenAt: lastSeenAt.get(chain) ?? null,
      },
    ]
  })
  return machines.sort(
    (a, b) => Number(b.isThis) - Number(a.isThis) || (a.workstation ?? '').localeCompare(b.workstation ?? ''),
  )
}

type Name = Pick<OfficeMachine, 'workstation' | 'windowName'>

/** By the act that admits a machine, else by its own first act; one that goes on for another has its name, unless it is another machine. */
function namesOf(ledger: Ledger): Map<string, Name> {
  const names = new Map<string, Name>()
  for (const act of ledger.actsOf(officeSubject))
    for (const fact of act.facts) {
      const said = nameSaidBy(act, fact)
      if (said) names.set(said.of, said.name)
    }
  for (const { chain, says } of ledger.chainFacts) {
    const before = says.kind === 'opened' && says.previous ? names.get(says.previous.chain) : undefined
    if (before && !names.has(chain)) names.set(chain, before)
  }
  return names
}

type Said = { readonly of: string; readonly name: Name }

function nameSaidBy({ chain, seq }: Pick<PlainAct, 'chain' | 'seq'>, { type, open }: PlainFact): Said | null {
  const said = open as { chain?: string; workstation?: string; code?: string; windowName?: string }
  const windowName = said.windowName ?? null
  if (type === 'chain.admitted@1' && said.chain && said.workstation)
    return { of: said.chain, name: { workstation: said.workstation, windowName } }
  if (type !== 'workstation.enrolled@1' || seq !== 1 || !said.code) return null
  return { of: chain, name: { workstation: said.code, windowName } }
}

function momentOf(ledger: Ledger, chain: string, seq: number): number | null {
  const [last] = ledger.signedAfter(chain, seq - 1, { acts: 1 })
  const [, hlc] = /"hlc":"(\d{15}-[0-9a-f]{4})"/.exec(last?.body.toString() ?? '') ?? []
  return hlc === undefined ? null : hlcTime(hlc as Hlc)
}
