import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import type { Json } from '#shared/ledger/act'
import { attemptWrite } from './attempt-write'
import { openDrafts } from './drafts'
import { subkeyOf } from './key-tree'
import { createSigning, type House } from './open-keys'
import { checkNewPassword } from './password-key'
import { printRecoveryKey, recoveryKeyBytes } from './recovery-key'
import { keyBytes } from './sealed-box'
import { createSubjectKeyFile, hasSubjectKeys } from './subject-keys'
import { currentVaultVersion, type Posts, type VaultRecord } from './vault-file'
import { joinPath, type VaultFiles } from './vault-files'
import type { VaultStore } from './vault-store'
import { randomId, wrapFor, wrapForRecovery, type PreparedWrap, type RandomBytes } from './vault-wraps'

export interface NewOffice {
  readonly officeName: string
  readonly windowName: string
  readonly placeCode: string
  readonly workstation: string
  readonly administrator: { readonly name: string; readonly posts: Posts; readonly password: string }
}

export interface SetUpParts {
  readonly files: VaultFiles
  readonly folder: string
  readonly now: () => number
  readonly random: RandomBytes
  readonly store: VaultStore
}

/** A draft that stands sealed before the office does: what its first acts are made of. */
export interface FirstDraft {
  readonly name: string
  readonly content: Json
}

export interface OfficeSetUp {
  readonly dataKey: Buffer
  readonly personId: string
  /** As printed. */
  readonly recoveryKey: string
}

/** Why no office may be set up here, or null. Keys without their vault.json are damage: setting up would bury them. */
export function whyNotSetUp({ store, files, folder }: SetUpParts, password: string): Problem | null {
  if (store.record !== null) return { kind: 'alreadyEstablished' }
  if (hasSubjectKeys(files, folder)) return { kind: 'keyStoreDamaged' }
  const strong = checkNewPassword(password)
  return strong.ok ? null : strong.problem
}

/** Makes every key of a new office and writes vault.json last: before it stands, nothing was set up. */
export function setUpOffice(
  parts: SetUpParts,
  office: NewOffice,
  first: { readonly prepared: PreparedWrap; readonly draft: FirstDraft | null },
): Result<OfficeSetUp, Problem> {
  const { prepared, draft } = first
  const { files, folder, random, store } = parts
  if (store.record !== null) return err({ kind: 'alreadyEstablished' })
  const { administrator, officeName, windowName, placeCode, workstation } = office
  const house: House = {
    officeId: randomId(random),
    chain: random(16).toString('hex'),
    officeName,
    windowName,
    placeCode,
    workstation,
  }
  const dataKey = random(keyBytes)
  const recoveryKey = random(recoveryKeyBytes)
  const personId = randomId(random)
  const record: VaultRecord = {
    v: currentVaultVersion,
    ...house,
    people: [wrapFor({ personId, name: administrator.name, posts: administrator.posts }, prepared, dataKey)],
    recovery: wrapForRecovery(recoveryKey, dataKey),
    signing: createSigning(dataKey, house),
  }
  const begun = attemptWrite(() => createSubjectKeyFile(files, folder))
  const kept = begun.ok && draft ? keepDraft(parts, draft, dataKey) : begun
  const stored = kept.ok ? store.write(record) : kept
  const printed = printRecoveryKey(recoveryKey)
  recoveryKey.fill(0)
  if (stored.ok) return ok({ dataKey, personId, recoveryKey: printed })
  dataKey.fill(0)
  return stored
}

function keepDraft(parts: SetUpParts, draft: FirstDraft, dataKey: Buffer): Result<unknown, Problem> {
  const { files, folder, now } = parts
  const key = subkeyOf(dataKey, 'drafts')
  const saved = attemptWrite(() => openDrafts({ files, folder: joinPath(folder, 'drafts'), key, now }))
  const kept = saved.ok ? saved.value.save(draft.name, draft.content) : saved
  key.fill(0)
  return kept
}
