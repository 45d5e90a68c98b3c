import type { Session } from '#shared/contracts/desk-channels'
import { hlcTime, type Hlc } from '#shared/ledger/hybrid-clock'
import { officeSubject } from '#shared/ledger/subject'
import type { OfficeAuthority } from '../authority/office-authority'
import { civilDay } from '../clock/office-clock'
import type { Ledger } from '../ledger/ledger'
import type { OpenKeys } from '../vault/open-keys'
import type { WorkstationOptions } from './workstation-options'

/** Whoever has signed in, as the window may know it; null before the office stands in the vault. */
export function sessionOf(
  {
    keys,
    ledger,
    authority,
  }: { readonly keys: OpenKeys; readonly ledger: Ledger; readonly authority: OfficeAuthority },
  { vault, clock }: Pick<WorkstationOptions, 'vault' | 'clock'>,
): Session | null {
  const { house } = vault
  if (!house) return null
  const me = vault.status().people.find(person => person.personId === keys.personId)
  const { officeName, windowName, placeCode, workstation } = house
  const { readOnly, tornTailBytes, head } = ledger
  const movedAt = lastMove(ledger)
  const isMoveNews = movedAt !== null && clock.now() - movedAt < toldForMs
  return {
    personId: keys.personId,
    name: me?.name ?? '',
    // From the ledger: what stands in vault.json for the sign-in screen could be edited.
    posts: [...authority.postsOf(keys.personId)],
    ...{ officeName, windowName, placeCode, workstation },
    chain: head.chain,
    rowsKey: new Uint8Array(keys.rows),
    lastSeq: head.seq,
    failuresBefore: keys.failuresBefore,
    autoLockMinutes: authority.autoLockMinutes(actsOf(ledger)),
    ...(readOnly ? { readOnly } : {}),
    ...(tornTailBytes > 0 ? { tornTailBytes } : {}),
    ...(isMoveNews ? { foundOnOtherMachineOn: civilDay(movedAt) } : {}),
  }
}

export const actsOf = (ledger: Ledger) => ({ of: (subject: string) => ledger.actsOf(subject) })

/** Codes of every workstation that acts tell of. */
export const workstationsOf = (ledger: Ledger): string[] =>
  ledger
    .actsOf(officeSubject)
    .flatMap(({ facts }) => facts)
    .flatMap(({ type, open }) => {
      const { code, workstation } = open as { readonly code?: string; readonly workstation?: string } // judged when it was written
      if (type === 'workstation.enrolled@1') return code ?? []
      return type === 'chain.admitted@1' ? (workstation ?? []) : []
    })

/** Whoever was away that week hears of it from the others. */
const toldForMs = 7 * 24 * 60 * 60 * 1_000

/** When the office was found on another machine than before and began this chain; null for every other chain. */
function lastMove(ledger: Ledger): number | null {
  const { chain } = ledger
  const goesOn = ledger.chainFacts.some(
    fact => fact.chain === chain && fact.says.kind === 'opened' && fact.says.previous,
  )
  const [first] = goesOn ? ledger.signedAfter(chain, 0, { acts: 1 }) : []
  const isMove = first?.act.facts.some(({ type }) => type === 'workstation.enrolled@1')
  return first && isMove ? hlcTime(first.act.hlc as Hlc) : null
}
