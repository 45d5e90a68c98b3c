import type { MachineShown, MachineState } from '#shared/contracts/headquarters-console'
import { trustedChains, type TrustedChain } from '#shared/ledger/exchange/chain-trust'
import { boundTo, inBoundOffice } from '../../store/bound-office'
import { machineNames, machineRows, type MachineRow } from '../../store/machine-rows'
import type { Office } from '../../store/offices'
import { craft } from '../craft'
import { storeParts, type Parts } from '../parts'

/** The machines of an office as a person tells them apart, and how each stands here. */
export async function machinesShown(parts: Parts, office: Office): Promise<MachineShown[]> {
  if (office.ledger === null) return []
  const bound = boundTo(office, office.ledger)
  return inBoundOffice(storeParts(parts), bound, async transaction => {
    const found = await machineRows(transaction.rows, office.officeId)
    const ground = await transaction.trustGround()
    const names = await machineNames(transaction, ground.facts)
    const trusted = trustedChains({ office: bound.ledger, ...ground }, craft)
    const before = new Map(
      ground.facts.flatMap(({ chain, says }) =>
        says.kind === 'opened' && says.previous ? [[chain, says.previous.chain]] : [],
      ),
    )
    return found.map(row => ({
      ...shownOf(row),
      ...{ state: stateOf(row, trusted.get(row.chain)), revokedFrom: trusted.get(row.chain)?.revokedFrom ?? null },
      ...(names.get(row.chain) ?? { workstation: null, windowName: null }),
      goesOnFor: before.get(row.chain) ?? null,
    }))
  })
}

const shownOf = ({ knownSince, closedAt, lastContactAt, backlog, ...row }: MachineRow) => ({
  ...{ ...row, backlog: row.program === '' ? null : backlog, knownSince: knownSince.toISOString() },
  ...{ closedAt: closedAt?.toISOString() ?? null, lastContactAt: lastContactAt?.toISOString() ?? null },
})

function stateOf({ closedAt }: MachineRow, trust: TrustedChain | undefined): MachineState {
  if (closedAt !== null) return 'closed'
  if (!trust) return 'untrusted'
  if (trust.revokedFrom !== null) return 'revoked'
  return trust.retired === null ? 'open' : 'retired'
}
