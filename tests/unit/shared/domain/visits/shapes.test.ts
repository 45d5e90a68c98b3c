import { expect, test } from 'vitest'
import { factShapes, malformation } from '#shared/contracts/facts'
import {
  archivesDecisions,
  archivesKinds,
  archivesProofs,
  archivesRelations,
  copyWays,
  helpKinds,
  itemKinds,
  itemStates,
  visitResults,
  visitTopics,
  type VisitFact,
} from '#shared/domain/visits/visit-facts'
import { postsForVisits } from '#shared/domain/visits/visit-rules'
import {
  asked,
  certified,
  copied,
  corrected,
  decided,
  forArchives,
  given,
  helped,
  identified,
  returned,
  signedOut,
  unnamed,
} from './acts-of-a-visit'

const produced: VisitFact = {
  type: 'visit.paperProduced@1',
  open: { paper: 'S03', how: 'printed', digest: 'ab'.repeat(32), pages: 1, gaps: ['U+212E4'] },
}
const revealed: VisitFact = { type: 'visit.revealed@1', open: { what: 'visitor' } }
const settled: VisitFact = {
  type: 'visit.conflictSettled@1',
  open: { chain: 'ab'.repeat(16), seq: 7 },
  personal: { reason: '以窗口登记为准' },
}
const whole: readonly VisitFact[] = [
  ...[
    unnamed,
    forArchives,
    identified,
    given(1),
    returned(1),
    copied(1, { itemNo: 1 }),
    helped,
    signedOut({}, '见值班日志'),
  ],
  ...[asked(1), decided(1), certified(), produced, revealed, settled],
  corrected(
    { topic: '22', item: { itemNo: 1, indexNo: null, isOut: true }, copies: { copyNo: 1, pages: 0 } },
    { seeks: '' },
  ),
]

test('every fact of a visit has its shape, and what the law makes fits it', () => {
  for (const fact of whole) expect([fact.type, malformation(fact)]).toEqual([fact.type, null])
  const types = Object.keys(postsForVisits).sort()
  expect([...new Set(whole.map(({ type }) => type))].sort()).toEqual(types)
  expect(
    Object.keys(factShapes)
      .filter(type => type.startsWith('visit.'))
      .sort(),
  ).toEqual(types)
})

/** Every word of the domain's lists passes its shape, and one that is in none does not. */
const lists: readonly (readonly [what: string, words: readonly string[], factWith: (word: string) => VisitFact])[] = [
  ['topics', visitTopics, topic => ({ ...unnamed, open: { aim: 'reading', topic } }) as VisitFact],
  ['archives', archivesKinds, kind => asked(1, { kind: kind as never })],
  ['relations', archivesRelations, relation => asked(1, { relation: relation as never })],
  ['proofs', archivesProofs, proof => asked(1, { proofs: [proof as never] })],
  ['decisions', archivesDecisions, decision => decided(1, decision as never)],
  ['items', itemKinds, kind => given(1, kind as never)],
  ['states', itemStates, state => ({ type: 'visit.itemReturned@1', open: { itemNo: 1, state: state as never } })],
  ['copies', copyWays, way => copied(1, { way: way as never })],
  ['helps', helpKinds, help => ({ type: 'visit.helpGiven@1', open: { helps: [help as never] } })],
  ['results', visitResults, result => signedOut({ result: result as never })],
]

test.each(lists)('the words for %s are those of the contract', (_what, words, factWith) => {
  expect(words.length).toBeGreaterThan(2)
  for (const word of words) expect([word, malformation(factWith(word))]).toEqual([word, null])
  expect(malformation(factWith('somethingElse'))).not.toBeNull()
})

test.each([
  ['a kind of archive without archives', { ...unnamed, open: { aim: 'reading', archivesKind: 'land' } }],
  ['archives without their kind', { ...forArchives, open: { aim: 'archives', originalSeen: true } }],
  ['a name in the open part', { ...unnamed, open: { aim: 'reading', name: '张三' } }],
  ['a title in the open part', { ...given(1), open: { itemNo: 1, kind: 'public', title: '公报' } }],
  ['copies of nothing', copied(1, { pages: 0 })],
])('%s does not pass', (_what, fact) => {
  expect(malformation(fact)).not.toBeNull()
})
