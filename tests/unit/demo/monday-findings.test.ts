import { describe, expect, test } from 'vitest'
import { expected, fileOf, otherPapers } from '../../demo/monday/expected'
import { openCases } from '../../demo/monday/paper-register'
import { monday, visitors, type VisitorKind } from '../../demo/monday/visitors'
import { findingsOf, kinds } from '../../demo/summary/monday-findings'
import type { LetterSeen, MondaySeen } from '../../demo/summary/monday-seen'

const choice = '可以自收到本答复书之日起六十日内申请行政复议；也可以自收到之日起六个月内提起行政诉讼'
const first = '应当先申请行政复议，不能直接提起行政诉讼，自收到之日起六十日内；十五日内'
const clauses = {
  choice,
  reconsiderationFirst: first,
  refusedPartFirst: `中不予公开的部分不服，${first}。其他：${choice}`,
}

const dayWords = (on: string) => on.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')

const letterOf = (kind: VisitorKind): LetterSeen => {
  const { decision, letterNo, receivedOn, dueOn, served, scans } = expected[kind]
  return {
    ...{
      requestNo: `YX-A-2026-000${kinds.indexOf(kind) + 1}`,
      status: 'served',
      decision,
      letterNo,
      receivedOn,
      dueOn,
    },
    ...{ servedOn: monday, servedWay: served, isFourEyes: true, scans },
  }
}

const papersOf = (kind: VisitorKind): [string, string][] => {
  const { letterNo, article, says, remedy, receivedOn, dueOn } = expected[kind]
  const { requestNo } = letterOf(kind)
  const { name } = visitors[kind]
  const bodies = '向云溪县人民政府、云溪县人民法院'
  const letter = [name, letterNo, requestNo, article, dayWords(monday), bodies, ...says, clauses[remedy]].join('，')
  return [
    [fileOf(kind, 'letter'), letter],
    [fileOf(kind, 'receipt'), [name, requestNo, dayWords(receivedOn), dayWords(dueOn)].join('，')],
    ...Object.entries(otherPapers[kind]).map(([paper, words]): [string, string] => [
      fileOf(kind, paper),
      words.join('，'),
    ]),
  ]
}

/** A day on which nothing went wrong. */
const good: MondaySeen = {
  journal: { acts: 300, isChained: true, readOnly: null },
  letters: Object.fromEntries(kinds.map(kind => [kind, letterOf(kind)])),
  ...{ requests: openCases + 8, carriedIn: openCases, otherDueOn: [], open: openCases, conflicts: 0 },
  ...{ importIsFourEyes: true, carriedOverFromLastYear: 2, lent: openCases + 1, takenBack: openCases },
  papers: Object.fromEntries([
    ...kinds.flatMap(papersOf),
    [
      'day-sheet.pdf',
      ['旧簿转入60件', '登记8件', '签发8件', '送达8件', ...kinds.map(kind => letterOf(kind).requestNo)]
        .concat(kinds.map(kind => expected[kind].letterNo))
        .join('，'),
    ],
  ]),
  ...{ screenshots: 69, idNumbersLookedFor: 52, traces: [] },
}

test('a day on which all is there has no findings', () => {
  expect(findingsOf(good)).toEqual([])
})

const withLetter = (kind: VisitorKind, part: Partial<LetterSeen>): MondaySeen => ({
  ...good,
  letters: { ...good.letters, [kind]: { ...letterOf(kind), ...part } },
})

const withPaper = (file: string, change: (text: string) => string): MondaySeen => ({
  ...good,
  papers: { ...good.papers, [file]: change(good.papers[file]!) },
})

const without = (file: string): MondaySeen => ({
  ...good,
  papers: Object.fromEntries(Object.entries(good.papers).filter(([name]) => name !== file)),
})

describe('each planted failure is found, and nothing else is', () => {
  const planted: readonly [string, MondaySeen, RegExp][] = [
    ['a case was lost', { ...good, requests: 67, carriedIn: 59, open: 59 }, /^carried in: 59, not 60$/],
    ['a due date moved', { ...good, otherDueOn: ['云信公〔2026〕007号'] }, /云信公〔2026〕007号/],
    ['the chain is broken', { ...good, journal: { ...good.journal, isChained: false } }, /chain/],
    ['the journal is empty', { ...good, journal: { ...good.journal, acts: 0 } }, /chain/],
    ['read-only', { ...good, journal: { ...good.journal, readOnly: 'journalDamaged' } }, /journalDamaged/],
    ['signed by one person', { ...good, importIsFourEyes: false }, /second person/],
    ['not handed over', { ...good, lent: 0 }, /handed over at lunch: 0/],
    ['an identity number in clear', { ...good, traces: ['identity number 3 (UTF-8) in x.log'] }, /lies in clear/],
    ['nobody looked', { ...good, idNumbersLookedFor: 0 }, /only 0 identity numbers/],
    [
      'never registered',
      { ...good, letters: { ...good.letters, agent: undefined } } as never,
      /^agent: not registered$/,
    ],
    ['not served', withLetter('post', { status: 'issued' }), /^post: status is issued$/],
    ['another decision', withLetter('refusal', { decision: 'PARTIAL' }), /^refusal: decision is PARTIAL/],
    ['another number', withLetter('oral', { letterNo: '云自然资公开〔2026〕1号' }), /^oral: letterNo is/],
    [
      'received on Monday',
      withLetter('post', { receivedOn: monday }),
      /^post: receivedOn is 2026-09-14, not 2026-09-12$/,
    ],
    ['due a day late', withLetter('post', { dueOn: '2026-10-16' }), /^post: dueOn is 2026-10-16, not 2026-10-15$/],
    ['one pair of eyes', withLetter('repeat', { isFourEyes: false }), /^repeat: approved by the person who drafted/],
    ['served another way', withLetter('organisation', { servedWay: 'inPerson' }), /^organisation: served by inPerson/],
    ['no power of attorney', withLetter('agent', { scans: 0 }), /^agent: 0 scans/],
    ['no letter', without('partial-letter.pdf'), /^partial: partial-letter.pdf is missing$/],
    ['no proof of service', without('oral-proof-of-service.pdf'), /^oral: oral-proof-of-service.pdf is missing$/],
    ['no name', withPaper('repeat-letter.pdf', text => text.replace('韩志强', '')), /^repeat: .* does not say 韩志强$/],
    [
      'no article',
      withPaper('oral-letter.pdf', text => text.replace(expected.oral.article, '')),
      /^oral: .* does not say 第/,
    ],
    [
      'no court',
      withPaper('agent-letter.pdf', text => text.replace('云溪县人民法院', '')),
      /does not say 云溪县人民法院/,
    ],
    [
      'a refusal that offers the court at once',
      withPaper('refusal-letter.pdf', text => `${text}${choice}`),
      /^refusal: the remedy says 之日起六个月内$/,
    ],
    [
      'a grant that sends to reconsideration first',
      withPaper('oral-letter.pdf', text => `${text}${first}`),
      /^oral: the remedy says 应当先申请行政复议/,
    ],
    [
      'a receipt with another due date',
      withPaper('post-receipt.pdf', text => text.replace('10月15日', '10月16日')),
      /^post: post-receipt.pdf does not say 2026年10月15日$/,
    ],
    [
      'a sheet that names somebody',
      withPaper('day-sheet.pdf', text => `${text}沈玉珍`),
      /^day-sheet.pdf names 沈玉珍$/,
    ],
    ['a sheet that counts wrong', withPaper('day-sheet.pdf', text => text.replace('送达8件', '送达7件')), /送达8件/],
  ]
  test.each(planted)('%s', (_, seen, finding) => {
    const found = findingsOf(seen)
    expect(found.filter(one => finding.test(one))).not.toEqual([])
    expect(found.length).toBeLessThanOrEqual(3)
  })
})
