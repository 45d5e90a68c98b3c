import { createHash } from 'node:crypto'
import type { Enrolment } from '#shared/contracts/headquarters-api'
import { packSegment } from '#shared/ledger/exchange/segment'
import { enrolmentNote } from '#shared/ledger/headquarters/enrolment-note'
import { nodeCraft } from '../../../electron/main/sync/node-craft'
import type { Workstation } from '../../../electron/main/workstation/workstation'

const hex = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** What a machine sends with its code to become known at headquarters. */
export function enrolmentOf(workstation: Workstation, code: string): Enrolment {
  const { office, ownChain: chain, read, keyOf } = workstation.exchangeWith(nodeCraft)!
  const segment = Buffer.from(packSegment(read(chain, 0, 20), nodeCraft))
  const words = { code, office, chain, publicKey: keyOf(chain)!.publicKey, machine: hex(chain) }
  const note = enrolmentNote({ ...words, firstSegment: '', segmentDigest: hex(segment) } as never)
  const signature = workstation.sign(Buffer.from(note)).toString('base64')
  return { ...words, firstSegment: segment.toString('base64'), signature }
}
