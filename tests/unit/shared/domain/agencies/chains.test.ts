import { expect, test } from 'vitest'
import { malformation } from '#shared/contracts/facts'
import type { ChainFact } from '#shared/domain/agencies/chain-facts'
import { foldOffice } from '#shared/domain/agencies/office'
import { mayDoToOffice } from '#shared/domain/agencies/office-acts'
import type { OfficeFact } from '#shared/domain/agencies/office-facts'
import type { Post } from '#shared/domain/people/person-facts'
import type { RecordedAct } from '#shared/domain/recorded-act'
import type { PersonId } from '#shared/domain/requests/request-facts'

const other = 'b'.repeat(32)
const next = 'c'.repeat(32)
const hash = 'd'.repeat(64)
const key = { publicKey: 'MCowBQYDK2VwAyEA', suite: 1 } as const

const admitted: ChainFact = {
  type: 'chain.admitted@1',
  open: { chain: other, ...key, workstation: 'B', windowName: '乙号窗口' },
}
const retired: ChainFact = { type: 'chain.retired@1', open: { chain: other, atSeq: 12, hash, successor: next } }
const revoked = (fromSeq: number): ChainFact => ({ type: 'chain.revoked@1', open: { chain: other, fromSeq } })
const opened: ChainFact = { type: 'chain.opened@1', open: { ...key, previous: { chain: other, seq: 12, hash } } }

const act = (seq: number, ...facts: OfficeFact[]): RecordedAct<OfficeFact> => ({
  ...{ seq, chain: 'a'.repeat(32), hlc: `00000000000000${seq}-0000`, at: seq, actor: 'p1' as PersonId },
  ...{ role: 'administrator', facts },
})
const founded = act(1, { type: 'office.established@1', open: { name: '云溪', placeCode: 'YX' } })
const office = (...facts: OfficeFact[]) => foldOffice([founded, ...facts.map((fact, n) => act(n + 2, fact))])!

const judge = (facts: readonly OfficeFact[], { role, before }: { role: Post; before: readonly OfficeFact[] }) => {
  const by = { actor: 'p1' as PersonId, role, posts: [role], isFirstPerson: false }
  const may = mayDoToOffice(office(...before), facts, by)
  return may.ok ? 'ok' : may.problem.kind
}

test.each([
  ['an administrator admits a machine', [admitted], 'administrator', [], 'ok'],
  ['nobody else does', [admitted], 'head', [], 'postNeeded'],
  ['and once', [admitted], 'administrator', [admitted], 'chainAlreadyAdmitted'],
  [
    'a chain that ended unadmitted may still be admitted: its acts are somewhere',
    [admitted],
    'administrator',
    [retired],
    'ok',
  ],
  ['it ends once', [retired], 'administrator', [retired], 'chainAlreadyRetired'],
  ['a clerk revokes nothing', [revoked(3)], 'clerk', [], 'postNeeded'],
  ['from an earlier act on it may be revoked again', [revoked(2)], 'administrator', [revoked(3)], 'ok'],
  ['not from a later one', [revoked(4)], 'administrator', [revoked(3)], 'chainAlreadyRevoked'],
  ['no person opens a chain', [opened], 'administrator', [], 'chainIsOpenedByProgram'],
] as const)('%s', (_what, facts, role, before, expected) => {
  expect(judge(facts, { role, before })).toBe(expected)
})

test('the office knows its chains and what became of them; what contradicts is kept aside', () => {
  const { chains, conflicts } = office(admitted, retired, revoked(9), admitted, revoked(11), opened)
  expect(chains).toEqual([
    { chain: other, workstation: 'B', windowName: '乙号窗口', retired: { atSeq: 12, successor: next }, revokedFrom: 9 },
  ])
  expect(conflicts).toEqual([admitted, revoked(11)])
})

test('exact shapes: another field, a short id or a foreign suite is refused', () => {
  for (const fact of [admitted, retired, revoked(1), opened]) expect(malformation(fact as never)).toBeNull()
  const wrong = [
    { ...admitted, open: { ...admitted.open, chain: 'b' } },
    { ...admitted, open: { ...admitted.open, suite: 2 } },
    { ...retired, open: { ...retired.open, reason: 'x' } },
    revoked(0),
    { ...opened, open: { ...opened.open, proof: 'no signature' } },
  ]
  for (const fact of wrong) expect(malformation(fact as never)).not.toBeNull()
})
