import { beforeAll, describe, expect, it } from 'vitest'
import { buildIndex } from '../../../../../renderer/search/index/build-index'
import type { WritableIndex } from '../../../../../renderer/search/index/search-index'
import { parseQuery } from '../../../../../renderer/search/query/parse-query'
import { positiveWords } from '../../../../../renderer/search/query/query'
import { byDocumentNumber } from '../../../../../renderer/search/results/by-document-number'
import { byInitials } from '../../../../../renderer/search/results/by-initials'
import { didYouMean } from '../../../../../renderer/search/results/did-you-mean'
import { markWords, snippetOf } from '../../../../../renderer/search/results/snippet'
import type { SearchDocument } from '../../../../../renderer/search/search-document'
import { createMemoryStore } from '../../../../../renderer/search/store/memory-store'

const document = (id: string, title: string, docNo: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  ...{ id, title, docNo, body: '', day: null, facets: { issuer: '', topic: '', genre: '', validity: '' } },
  ...more,
})

const documents = [
  document('open', '云河县政府信息公开指南', '云政发〔2020〕5号', { day: 18_300 }),
  document('bank', '关于重庆银行网点的公告', '云财发〔2020〕51号', { body: '政府信息公开。'.repeat(3), day: 18_400 }),
  document('dam', '关于水库移民后期扶持的意见', '云政发〔2021〕15号', { body: '见政府信息公开指南' }),
]

let index: WritableIndex
beforeAll(async () => {
  const source = {
    read: (ids: readonly string[]) => Promise.resolve(ids.map(id => documents.find(one => one.id === id))),
  }
  index = await buildIndex({ store: createMemoryStore(), source }, [documents], () => Promise.resolve())
})

const marked = (text: string, line: string) => {
  const { marks } = markWords(text, positiveWords(parseQuery(line)))
  return marks.map(({ from, to }) => text.slice(from, to))
}

describe('marks', () => {
  it.each([
    ['政府資訊（公開）办法', '资讯公开', ['資訊（公開']],
    ['依据云政发〔2020〕5号、云政发〔2020〕15号', '云政发[2020]5号', ['云政发〔2020〕5号']],
    ['面积5㎡，15㎡', '5m2', ['5㎡']],
    ['𠮷田村的𠮷祥', '𠮷', ['𠮷', '𠮷']],
    ['公开公开', '公开 开公', ['公开', '公开']],
    ['不含这个', '别的 -这个', []],
  ])('in %s for %s', (text, line, found) => {
    expect(marked(text, line)).toEqual(found)
  })
})

describe('a snippet', () => {
  const words = positiveWords(parseQuery('水库 移民'))

  it('shows where the words stand together', () => {
    const text = `${'水库'.padEnd(300, '前')}水库里的移民${'后'.repeat(300)}`
    const snippet = snippetOf(text, words)
    expect(snippet.text).toContain('水库里的移民')
    expect(snippet.text.length).toBe(120)
    expect(snippet).toMatchObject({ isCutBefore: true, isCutAfter: true })
    expect(snippet.marks.map(({ from, to }) => snippet.text.slice(from, to))).toEqual(['水库', '移民'])
  })

  it('is the beginning where nothing stands, and the whole of a short text', () => {
    expect(snippetOf('前'.repeat(500), words)).toMatchObject({ text: '前'.repeat(120), marks: [], isCutBefore: false })
    expect(snippetOf('短文', words)).toMatchObject({ text: '短文', isCutBefore: false, isCutAfter: false })
  })

  it('does not cut a rare character in two', () => {
    for (let before = 100; before < 140; before++) {
      const { text } = snippetOf(`${'前'.repeat(before)}水库${'𠮷'.repeat(200)}`, words)
      expect(text).not.toMatch(/\p{Cs}/u)
    }
  })
})

describe('initials', () => {
  it.each([
    ['zfxxgk', ['open']],
    ['cqyh', ['bank']],
    ['zqyx', ['bank']],
    ['zqyh', []],
    ['gy', ['bank', 'dam']],
    ['SKYM', ['dam']],
    ['', []],
  ])('%s', (typed, ids) => {
    expect(byInitials(typed, index.snapshot).ids).toEqual(ids)
  })
})

describe('a document number while it is typed', () => {
  it.each([
    ['云政发〔2020〕5', ['open']],
    ['云政发[2020]5号', ['open']],
    ['〔2020〕5', ['open', 'bank']],
    ['〔2020〕5号', ['open']],
    ['云政发', ['open', 'dam']],
    ['云政发5', ['open']],
    ['政发15号', ['dam']],
    ['云政发〔2022', []],
    ['。', []],
  ])('%s', (typed, ids) => {
    expect(byDocumentNumber(typed, index.snapshot)).toEqual({ total: ids.length, ids })
  })
})

describe('did you mean', () => {
  it.each([
    ['政府信息公幵', ['政府信息公开']],
    ['政府信公开', ['政府信息公开']],
    ['水库移动后期', ['水库移民后期']],
    ['烟花爆竹', []],
    ['水', []],
  ])('%s', (typed, proposals) => {
    expect(didYouMean(typed, index.snapshot).slice(0, Math.max(1, proposals.length))).toEqual(proposals)
  })
})

describe('ranking', () => {
  it('puts the title before the text, and what is newer first where it is asked', async () => {
    const query = parseQuery('政府信息公开')
    const idsOf = async (order: 'relevance' | 'newest') => {
      const answer = await index.search(query, { order })
      return answer.ok ? answer.value.hits.map(({ id }) => id) : []
    }
    expect(await idsOf('relevance')).toEqual(['open', 'bank', 'dam'])
    expect(await idsOf('newest')).toEqual(['bank', 'open', 'dam'])
  })
})
