import { expect } from 'vitest'
import { nodeCraft } from '../../../electron/main/sync/node-craft'
import { ReceiptBook } from '../../../electron/main/sync/receipt-book'
import type { TestHeadquarters } from '../headquarters/test-headquarters'
import { valueOf } from '../workstation/test-workstation'
import { enrolmentOf } from './enrolment-of'
import type { StickMachine } from './stick-machines'

/** Of a machine to which headquarters has signed for nothing yet. */
export function bookOf({ parts }: TestHeadquarters, { workstation }: StickMachine): ReceiptBook {
  const of = { office: workstation.ledger!.office, headquartersKey: parts.key.publicKey }
  return new ReceiptBook(of, { load: () => [], save: () => {} }, nodeCraft)
}

/** A machine of sticks becomes known at headquarters, and knows it from then on. */
export async function enrolWithStick(
  headquarters: TestHeadquarters,
  machine: StickMachine,
): Promise<{ readonly officeId: number; readonly book: ReceiptBook }> {
  const officeId = await headquarters.office()
  const payload = JSON.stringify(enrolmentOf(machine.workstation, await headquarters.code(officeId)))
  const headers = { 'content-type': 'application/json' }
  const { statusCode } = await headquarters.server.inject({ method: 'POST', url: '/v1/enrolments', payload, headers })
  expect(statusCode).toBe(201)
  const { chain, publicKey } = headquarters.parts.key
  const book = bookOf(headquarters, machine)
  machine.knowHeadquarters({ chain, publicKey, book })
  // As the machine says it once it was enrolled; a workstation of its own must not make it one that may have keys.
  const open = { chain, publicKey, suite: 1, workstation: 'HQ', windowName: '上级端' }
  const admitted = { subject: 'office', role: 'administrator', facts: [{ type: 'chain.admitted@1', open }] }
  valueOf(machine.workstation.append(admitted))
  expect(machine.workstation.keyHolders([{ chain, publicKey }], nodeCraft)).toEqual([])
  return { officeId, book }
}
