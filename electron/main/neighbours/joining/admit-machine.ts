import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import type { ChainRoot } from '#shared/ledger/exchange/chain-trust'
import { officeSubject } from '#shared/ledger/subject'
import type { Workstation } from '../../workstation/workstation'
import type { JoinRequest } from '../pairing/pairing-messages'
import type { Welcome } from './welcome'

export interface AdmitParts {
  readonly workstation: Workstation
  readonly ledger: ExchangeLedger
  readonly request: JoinRequest
  /** Of the administrator who is signed in: with the office's key everything leaves, and an open desk alone must not do. */
  readonly password: string
}

/**
 * The administrator admits a machine: one act of the office, with the code of its workstation. What it gets for it is secret.
 * Admitted before (an answer was lost on its way), it gets the same again and nothing is written.
 */
export async function admitMachine({
  workstation,
  ledger,
  request,
  password,
}: AdmitParts): Promise<Result<Welcome, Problem>> {
  const { chain, publicKey, workstation: code, windowName } = request
  const act = {
    ...{ subject: officeSubject, role: 'administrator' },
    facts: [
      { type: 'chain.admitted@1', open: { chain, publicKey, suite: 1, workstation: code, windowName } },
      { type: 'workstation.enrolled@1', open: { code, windowName } },
    ],
  }
  const isAgain = isAdmitted(ledger.keyOf(chain), publicKey)
  if (!isAgain.ok) return isAgain
  const refused = isAgain.value ? null : workstation.refusal(act)
  if (refused) return err(refused)
  const administrator = await askAdministrator(workstation, password)
  if (!administrator.ok) return administrator
  const root = foundingChain(workstation, ledger)
  if (!root) return err({ kind: 'notEstablished' })
  const written = isAgain.value ? ok(undefined) : workstation.append(act)
  if (!written.ok) return written
  const host = { chain: ledger.ownChain, publicKey: ledger.keyOf(ledger.ownChain)!.publicKey }
  return ok({
    ...{ version: 1 as const, for: { chain, publicKey, workstation: code, windowName }, root, host },
    share: workstation.options.vault.share(),
    admittedBy: administrator.value,
  })
}

function isAdmitted(known: ReturnType<ExchangeLedger['keyOf']>, publicKey: string): Result<boolean, Problem> {
  if (!known) return ok(false)
  if (known.publicKey === publicKey && known.revokedFrom === null) return ok(true)
  return err({ kind: 'refused', why: { kind: 'chainAlreadyAdmitted' } })
}

/** The password of whoever is signed in, who must be an administrator still when it was checked. */
async function askAdministrator(workstation: Workstation, password: string): Promise<Result<string, Problem>> {
  const mine = await workstation.options.vault.checkOwnPassword(password)
  if (!mine.ok) return mine
  const session = workstation.session()
  if (session?.posts.includes('administrator')) return ok(session.personId)
  return err({ kind: 'refused', why: { kind: 'postNeeded', posts: ['administrator'] } })
}

/** The chain in whose acts the office was established; all others are trusted from it. */
function foundingChain({ ledger: acts }: Workstation, ledger: ExchangeLedger): ChainRoot | null {
  const founding = acts
    ?.actsOf(officeSubject)
    .find(({ facts }) => facts.some(({ type }) => type === 'office.established@1'))
  const key = founding && ledger.keyOf(founding.chain)
  return founding && key ? { chain: founding.chain, publicKey: key.publicKey } : null
}
