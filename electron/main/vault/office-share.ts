import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import { officeCodes } from '#shared/contracts/office-codes'
import { sealSigning, type House } from './open-keys'
import type { Argon2Params } from './password-key'
import { keyBytes } from './sealed-box'
import { currentVaultVersion, parseVaultRecord, printVaultRecord, type VaultRecord } from './vault-file'

/**
 * What makes a further machine one of the same office: the office's key, and every wrap that opens it, so that everybody's
 * password and the recovery sheet hold there too. Whoever has this has everything: it leaves only sealed for that machine.
 */
export const officeShare = z.strictObject({
  officeId: z.uuid(),
  officeName: z.string().min(1),
  placeCode: officeCodes.place,
  /** Base64. */
  dataKey: z.string().refine(text => Buffer.from(text, 'base64').length === keyBytes),
  /** As in vault.json, which checks them. */
  people: z.array(z.unknown()).min(1).max(1_000),
  recovery: z.unknown(),
  nextRecovery: z.unknown().optional(),
})
export type OfficeShare = z.infer<typeof officeShare>

export function officeShareOf(record: VaultRecord, dataKey: Buffer): OfficeShare {
  const { officeId, officeName, placeCode, people, recovery, nextRecovery } = record
  return {
    ...{ officeId, officeName, placeCode, dataKey: dataKey.toString('base64'), people, recovery },
    ...(nextRecovery ? { nextRecovery } : {}),
  }
}

/** Of the machine that joins. */
export interface JoinedHouse {
  readonly chain: string
  readonly workstation: string
  readonly windowName: string
  readonly signingKey: KeyObject
}

/** vault.json of the machine that joins; null where what came is not what a vault of this program holds. */
export function joinedVault(share: OfficeShare, own: JoinedHouse, floor: Argon2Params): VaultRecord | null {
  const { officeId, officeName, placeCode, people, recovery, nextRecovery } = share
  const { chain, workstation, windowName, signingKey } = own
  const house: House = { officeId, chain, officeName, windowName, placeCode, workstation }
  const dataKey = Buffer.from(share.dataKey, 'base64')
  const signing = sealSigning(dataKey, house, signingKey)
  dataKey.fill(0)
  const record = {
    v: currentVaultVersion,
    ...house,
    people,
    recovery,
    signing,
    ...(nextRecovery ? { nextRecovery } : {}),
  }
  const parsed = parseVaultRecord(printVaultRecord(record as VaultRecord), floor) // checked by that very call
  return parsed.ok ? parsed.value : null
}
