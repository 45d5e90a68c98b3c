import type { Problem } from '#shared/contracts/problems'
import type { Result } from '#shared/kernel/result'
import { createSigning, resealSigning, unlockKeys, type OpenKeys } from './open-keys'
import { mostFormerKeys, type VaultRecord } from './vault-file'
import type { RandomBytes } from './vault-wraps'

/** A chain that is not this machine's yet. */
export interface PreparedChain {
  readonly chain: string
  /** SPKI (DER), base64. */
  readonly publicKey: string
  sign(bytes: Uint8Array): Buffer
  /** By the key of the chain that is in force. */
  prove(bytes: Uint8Array): Buffer
  /** It is not used after all. */
  drop(): void
  /** From now on this machine writes it. The keys that were given out before are zeroed. */
  commit(): Result<OpenKeys, Problem>
}

export interface ChainParts {
  /** Of the session that is open. */
  readonly dataKey: Buffer
  readonly keys: OpenKeys
  readonly record: VaultRecord
  readonly random: RandomBytes
  /** Code of the workstation from now on, where it is to be another. */
  readonly workstation?: string | undefined
  /** Writes vault.json and opens it anew. */
  readonly commit: (next: VaultRecord) => Result<OpenKeys, Problem>
}

/** A new chain for this machine, with a key of its own; nothing is written before `commit`. */
export function prepareChain({ commit, ...parts }: ChainParts): PreparedChain {
  const { dataKey, keys, record, random, workstation = record.workstation } = parts
  const chain = random(16).toString('hex')
  const house = { ...record, workstation, chain, formerChains: [...(record.formerChains ?? []), record.chain] }
  const signing = createSigning(dataKey, house)
  const next: VaultRecord = { ...house, signing, formerSigning: formerKeys(dataKey, record, workstation) }
  const unlocked = unlockKeys(dataKey, next, keys)!
  return {
    chain,
    publicKey: signing.publicKey,
    sign: bytes => unlocked.keys.sign(bytes),
    prove: bytes => keys.sign(bytes),
    drop: () => unlocked.zero(),
    commit: () => {
      unlocked.zero()
      return commit(next)
    },
  }
}

/** Newest first. Each is sealed to its house: where the workstation is called otherwise from now on, anew. */
function formerKeys(dataKey: Buffer, record: VaultRecord, workstation: string): VaultRecord['formerSigning'] {
  const former = [{ ...record.signing, chain: record.chain }, ...(record.formerSigning ?? [])].slice(0, mostFormerKeys)
  if (workstation === record.workstation) return former
  return former.flatMap(({ chain, ...signing }) => {
    const from = { ...record, chain }
    const sealed = resealSigning(dataKey, { from, to: { ...from, workstation } }, signing)
    return sealed ? [{ ...sealed, chain }] : []
  })
}
