import { expect, test } from 'vitest'
import type { Paper } from '#shared/application/desk'
import { producePaper } from '#shared/application/requests/case-acts'
import { malformation } from '#shared/contracts/facts'
import type { RequestFact, RequestId } from '#shared/domain/requests/request-facts'
import { ok } from '#shared/kernel/result'

const paper: Paper = {
  ...{ kind: 'F03', title: '回执', fileName: 'receipt.pdf', bytes: new Uint8Array(), pages: 1 },
  digest: 'ab'.repeat(32),
}

async function factOf(produced: Paper): Promise<RequestFact | undefined> {
  const facts: RequestFact[] = []
  const desk = {
    me: { personId: 'p' as never, name: '周敏', posts: ['clerk'] as const },
    ledger: { append: async (act: { facts: readonly RequestFact[] }) => (facts.push(...act.facts), ok(undefined)) },
    papers: { print: async () => ok('printed' as const), save: async () => ok('saved' as const) },
  }
  await producePaper(desk, 'r' as RequestId, { paper: produced, how: 'printed' })
  return facts[0]
}

test('the act records each character left to be written by hand once, by its code point', async () => {
  const gap = { character: '𡋤', codePoint: 'U+212E4', page: 1 }
  const gaps = [gap, { ...gap, page: 2 }, { character: '𪚥', codePoint: 'U+2A6A5', page: 2 }]
  const fact = await factOf({ ...paper, gaps })
  expect(fact).toMatchObject({ open: { document: 'F03', gaps: ['U+212E4', 'U+2A6A5'] } })
  expect(malformation(fact!)).toBeNull()
})

test('without gaps the fact has none, and only code points are admitted', async () => {
  const fact = (await factOf(paper))!
  expect(fact.open).not.toHaveProperty('gaps')
  expect(malformation(fact)).toBeNull()
  for (const gaps of [[], ['𡋤'], ['U+212e4'], Array.from({ length: 21 }, () => 'U+212E4')])
    expect(malformation({ ...fact, open: { ...fact.open, gaps } })).toMatch(/^open\.gaps/)
})
