import type { KeyObject } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import { trustedChains } from '#shared/ledger/exchange/chain-trust'
import type { Proof } from '#shared/ledger/exchange/craft'
import type { ExchangeLedger } from '#shared/ledger/exchange/exchange-ledger'
import { officeSubject } from '#shared/ledger/subject'
import { exchangeLedger } from '../../ledger/exchange-ledger'
import { openJournalDisk } from '../../ledger/journal-disk'
import { Ledger } from '../../ledger/ledger'
import { otherChains } from '../../ledger/other-chains'
import { attemptWrite } from '../../vault/attempt-write'
import { joinedVault } from '../../vault/office-share'
import type { OpenKeys } from '../../vault/open-keys'
import { createPersonalSealer } from '../../vault/personal-sealer'
import type { Argon2Params } from '../../vault/password-key'
import { openSession, type VaultSession } from '../../vault/session'
import { createSubjectKeyFile, type SubjectKeys } from '../../vault/subject-keys'
import { vaultFileName, printVaultRecord, type VaultRecord } from '../../vault/vault-file'
import { joinPath, nodeVaultFiles } from '../../vault/vault-files'
import { writeAtomically } from '../../vault/atomic-file'
import { journalFolders } from '../../workstation/open-desk'
import { doneMark, joiningFolder, moveIntoPlace } from './joining-folder'
import type { Welcome } from './welcome'

/** `notWhole`: what came does not make an office, or does not hold this machine's admission. Nothing was changed. */
export type JoinProblem = Problem | { readonly kind: 'notWhole' } | { readonly kind: 'stopped'; readonly why: string }

/** The office in the making: what brings acts and subject keys into it. */
export interface Making {
  readonly ledger: ExchangeLedger
  readonly keys: OpenKeys
  readonly subjectKeys: SubjectKeys
}

export interface JoinParts {
  /** Where the office is to lie; no office stands there. */
  readonly office: string
  readonly welcome: Welcome
  readonly signingKey: KeyObject
  readonly proof: Proof
  readonly floor: Argon2Params
  readonly now: () => number
  /** Brings every act and key that the office has. */
  readonly bring: (making: Making) => Promise<Result<unknown, JoinProblem>>
  /** Files of this machine beside (its settings, with whom it exchanges), by name. */
  readonly beside?: Readonly<Record<string, string>>
}

/**
 * Makes a whole office in a folder beside and puts it in place at the end: interrupted anywhere, this machine has no office
 * and may ask again. Its first act goes on from what came, and says by whom it trusts the others.
 */
export async function joinOffice(parts: JoinParts): Promise<Result<void, JoinProblem>> {
  const { office, welcome, signingKey, floor, now } = parts
  const making = joiningFolder(office)
  const record = joinedVault(welcome.share, { ...welcome.for, signingKey }, floor)
  if (!record || record.signing.publicKey !== welcome.for.publicKey) return err({ kind: 'notWhole' })
  const vault = path.join(making, 'vault')
  const begun = attemptWrite(() => {
    fs.rmSync(making, { recursive: true, force: true })
    nodeVaultFiles.makeFolder(vault)
    createSubjectKeyFile(nodeVaultFiles, vault)
  })
  if (!begun.ok) return begun
  const by = { personId: welcome.admittedBy, failuresBefore: 0 }
  const dataKey = Buffer.from(welcome.share.dataKey, 'base64')
  const session = openSession({
    files: nodeVaultFiles,
    folder: vault,
    mirrorFolder: undefined,
    now,
    record,
    dataKey,
    by,
  })
  if (!session.ok) return session
  try {
    const made = await makeOffice(parts, { making, session: session.value })
    if (!made.ok) return made
  } finally {
    session.value.close()
  }
  return attemptWrite(() => {
    for (const [name, text] of Object.entries(parts.beside ?? {}))
      fs.writeFileSync(path.join(making, name), text, { flush: true })
    writeVault(vault, record)
    moveIntoPlace(office)
  })
}

function writeVault(vault: string, record: VaultRecord): void {
  writeAtomically(nodeVaultFiles, joinPath(vault, vaultFileName), printVaultRecord(record))
  writeAtomically(nodeVaultFiles, joinPath(path.dirname(vault), doneMark), Buffer.from('1'))
}

async function makeOffice(
  { welcome, proof, now, bring }: JoinParts,
  { making, session }: { readonly making: string; readonly session: VaultSession },
): Promise<Result<void, JoinProblem>> {
  const { keys, subjectKeys } = session
  const ledger = openNewLedger(making, { keys, subjectKeys, now })
  try {
    const exchange = trusting(ledger, { keys, welcome, proof })
    const brought = await bring({ ledger: exchange, keys, subjectKeys })
    if (!brought.ok) return brought
    if (!isAdmitted(ledger, exchange, welcome)) return err({ kind: 'notWhole' })
    const { publicKey } = welcome.for
    const opened = ledger.append([
      {
        ...{ actor: welcome.admittedBy, role: 'administrator', subject: officeSubject },
        facts: [{ type: 'chain.opened@1', open: { publicKey, suite: 1, root: welcome.root } }],
      },
    ])
    return opened.ok ? ok(undefined) : opened
  } finally {
    ledger.close()
  }
}

function openNewLedger(
  making: string,
  {
    keys,
    subjectKeys,
    now,
  }: { readonly keys: OpenKeys; readonly subjectKeys: SubjectKeys; readonly now: () => number },
): Ledger {
  return new Ledger(
    {
      disk: openJournalDisk(path.join(making, 'journal', keys.chain)),
      seal: { key: keys.journal, chain: Buffer.from(keys.chain, 'hex') },
      office: keys.officeId,
      sign: hash => keys.sign(hash),
      sealer: createPersonalSealer(subjectKeys),
      authority: whoOpensAChain,
      now,
      holdBack: () => null,
      others: otherChains({ ...journalFolders(making), key: keys.journal }),
    },
    [],
  )
}

/** The one act that is written here is the program's own: no person is asked for a post. */
const whoOpensAChain = {
  observe: () => undefined,
  reset: () => undefined,
  kept: () => null,
  restore: () => undefined,
  judge: () => null,
}

/** Until the own first act says so, the founding chain is trusted because the welcome names it. */
function trusting(
  ledger: Ledger,
  { keys, welcome, proof }: { readonly keys: OpenKeys; readonly welcome: Welcome; readonly proof: Proof },
): ExchangeLedger {
  const notHere = () => err({ kind: 'notFound' } as const)
  const exchange = exchangeLedger({
    ...{ ledger, publicKey: keys.publicKey.toString('base64'), proof, rollOver: notHere, setAside: notHere },
  })
  const { officeId: office } = keys
  return {
    ...exchange,
    keyOf: (chain, opening) => {
      const facts = [...ledger.chainFacts, ...(opening ? [opening] : [])]
      return trustedChains({ office, roots: [welcome.root], facts }, proof).get(chain) ?? null
    },
  }
}

/** The acts that came found this very office and admit this very machine. */
function isAdmitted(ledger: Ledger, exchange: ExchangeLedger, { for: own, share, host }: Welcome): boolean {
  const isFounded = ledger
    .actsOf(officeSubject)
    .some(act => act.office === share.officeId && act.facts.some(({ type }) => type === 'office.established@1'))
  const [me, them] = [exchange.keyOf(own.chain), exchange.keyOf(host.chain)]
  return isFounded && me?.publicKey === own.publicKey && me.revokedFrom === null && them?.publicKey === host.publicKey
}
