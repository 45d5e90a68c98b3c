import { sql } from 'kysely'
import { parseActBody } from '#shared/ledger/act'
import type { ChainFact } from '#shared/ledger/exchange/chain-facts'
import { officeSubject } from '#shared/ledger/subject'
import type { Rows } from './database'
import type { MachineRole } from './tables'

/** A chain of an office with what was last heard of its machine; never headquarters' own. */
export interface MachineRow {
  readonly chain: string
  readonly cameBy: 'founding' | 'code' | 'act'
  readonly role: MachineRole
  readonly knownSince: Date
  readonly closedAt: Date | null
  readonly lastContactAt: Date | null
  /** Empty where it never said anything of itself. */
  readonly program: string
  readonly backlog: number
  /** Null where it never said anything of scans. */
  readonly scans: ScansWaiting | null
  /** Number of its last act that is held. */
  readonly held: number
}

export interface ScansWaiting {
  readonly files: number
  readonly bytes: number
}

/** In the order in which they became known. */
export async function machineRows(rows: Rows, officeId: number): Promise<readonly MachineRow[]> {
  const { rows: found } = await sql<Omit<MachineRow, 'scans'> & ScanColumns>`
    select encode(c.chain_id, 'hex') as chain, c.came_by as "cameBy", c.role, c.known_since as "knownSince",
      c.closed_at as "closedAt", k.last_at as "lastContactAt", coalesce(k.program, '') as program,
      coalesce(k.backlog, 0) as backlog, coalesce(h.seq, 0) as held,
      k.scans_waiting as files, k.scan_bytes_waiting as bytes
    from chain c left join contact k using (office_id, chain_id) left join head h using (office_id, chain_id)
    where c.office_id = ${officeId} and c.came_by <> 'own' order by c.known_since, c.chain_id`.execute(rows)
  return found.map(({ files, bytes, ...row }) => ({ ...row, scans: scansOf({ files, bytes }) }))
}

export interface ScanColumns {
  readonly files: number | null
  readonly bytes: number | null
}

export const scansOf = ({ files, bytes }: ScanColumns): ScansWaiting | null =>
  files === null ? null : { files, bytes: bytes ?? 0 }

export interface MachineName {
  readonly workstation: string
  readonly windowName: string
}

/**
 * How the office calls its machines: by the act that admits one, else by the first act of its chain; one that goes on for
 * another has its name. Nothing of it is sealed.
 */
export async function machineNames(
  { rows, officeId }: { readonly rows: Rows; readonly officeId: number },
  facts: readonly ChainFact[],
): Promise<ReadonlyMap<string, MachineName>> {
  const { rows: found } = await sql<{ body: string }>`
    select body from act where office_id = ${officeId} and subject = ${officeSubject}
      and (body like '%"workstation.enrolled@1"%' or body like '%"chain.admitted@1"%')
    order by hlc, chain_id, seq`.execute(rows)
  const names = new Map<string, MachineName>()
  for (const { body } of found) for (const { of, name } of namesSaidIn(body)) names.set(of, name)
  for (const { chain, says } of facts) {
    const before = says.kind === 'opened' && says.previous ? names.get(says.previous.chain) : undefined
    if (before && !names.has(chain)) names.set(chain, before)
  }
  return names
}

interface NameSaid {
  readonly of: string
  readonly name: MachineName
}

function namesSaidIn(body: string): readonly NameSaid[] {
  const read = parseActBody(body)
  if (!read.ok) return []
  const { chain, seq, facts } = read.value
  return facts.flatMap(({ type, open }) => {
    const said = (open ?? {}) as Readonly<Record<string, unknown>>
    if (type === 'chain.admitted@1') return nameSaid(said['chain'], said['workstation'], said['windowName'])
    return type === 'workstation.enrolled@1' && seq === 1 ? nameSaid(chain, said['code'], said['windowName']) : []
  })
}

/** A machine that was taken over may write anything: what is no name is none. */
function nameSaid(of: unknown, workstation: unknown, windowName: unknown): readonly NameSaid[] {
  if (typeof of !== 'string' || !isName(workstation, 3) || !isName(windowName, 20)) return []
  return [{ of, name: { workstation, windowName } }]
}

const isName = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value !== '' && value.length <= most
