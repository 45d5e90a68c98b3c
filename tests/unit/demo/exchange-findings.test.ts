import { describe, expect, test } from 'vitest'
import { scenarioFrom } from '../../demo/scenario'
import { findingsOf } from '../../demo/summary/exchange-findings'
import type { ExchangeSeen, MachineSeen } from '../../demo/summary/exchange-seen'

const machine = (acts: number, ...types: string[]): MachineSeen => ({ acts, isChained: true, readOnly: null, types })
const office = { machines: 3, backlog: 0, open: 2, conflicts: 0, poison: 0, quarantined: 0 }

const firstWrote = [
  ...['chain.admitted@1', 'request.examined@1', 'conflict.settled@1', 'sending.accepted@1'],
  ...['document.catalogued@1', 'document.conflictSettled@1'],
]

const good: ExchangeSeen = {
  first: machine(12, ...firstWrote),
  beside: machine(4, 'request.examined@1', 'document.changed@1'),
  far: machine(8, 'media.exported@1', 'request.registered@1'),
  third: machine(2, 'request.registered@1'),
  offices: [
    { ...office, officeId: 100000001, acts: 18 },
    { ...office, officeId: 530103001, machines: 1, open: 1, acts: 9 },
  ],
  slip: '介质编号：JZ-01不含国家秘密',
  screenshots: 40,
}
const near = (more: object) => ({ offices: [{ ...good.offices[0]!, ...more }, good.offices[1]!] })

const planted: readonly (readonly [string, Partial<ExchangeSeen>, RegExp])[] = [
  ['a broken chain', { far: { ...good.far, isChained: false } }, /chain of the far machine/],
  ['a journal that opens read-only', { beside: { ...good.beside, readOnly: 'damaged' } }, /read-only: damaged/],
  ['no machine admitted', { first: machine(12) }, /did not write chain\.admitted@1/],
  ['nothing of the third machine', { third: machine(2) }, /third machine did not write request\.registered@1/],
  ['nothing exported', { far: machine(8) }, /did not write media\.exported@1/],
  ['an office that is not there', { offices: [] }, /knows 0 offices/],
  ['an act that headquarters does not have', near({ acts: 15 }), /has 15 acts .* wrote 12, 4 and 2/],
  ['something still to be sent', near({ backlog: 1 }), /1 acts of the first office/],
  ['a request counted twice', near({ open: 3 }), /3 and 1, not 2 and 1/],
  ['a conflict that nobody settled', near({ conflicts: 1 }), /conflicts that are still open/],
  ['acts kept apart', near({ quarantined: 1 }), /keeps acts apart/],
  ['no slip', { slip: '' }, /slip is missing/],
  ['too few screenshots', { screenshots: 3 }, /only 3 screenshots/],
]

describe('the demo of the exchange', () => {
  test('a good day has no findings', () => expect(findingsOf(good)).toEqual([]))
  test.each(planted)('%s is found', (_what, wrong, finding) => {
    expect(findingsOf({ ...good, ...wrong }).join('\n')).toMatch(finding)
  })
  test('takes no input of its own', () => {
    expect(scenarioFrom({ scenario: 'exchange' })).toMatchObject({ folder: 'exchange', summary: 'exchange.ts' })
    expect(() => scenarioFrom({ scenario: 'exchange', input: 'x' })).toThrow('--input belongs to')
  })
})
