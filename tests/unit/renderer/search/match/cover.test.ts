import { describe, expect, it } from 'vitest'
import { coverPhrase } from '../../../../../renderer/search/match/cover'
import { cutPhrase } from '../../../../../renderer/search/match/phrase'
import type { SearchDocument } from '../../../../../renderer/search/search-document'
import { rangesOf } from '../../../../../renderer/search/bytes/sections'
import { buildSegment } from '../../../../../renderer/search/segment/build-segment'
import { readHead } from '../../../../../renderer/search/segment/segment-format'
import { fold } from '../../../../../renderer/search/text/fold'
import { createRareCharacters } from '../../../../../renderer/search/text/rare-characters'

const rare = createRareCharacters()
const facets = { issuer: '', topic: '', genre: '', validity: '' }
const documents = [
  '县人民政府公告',
  '人民医院',
  '人民法院',
  '人民',
  '民政局',
  '发5号，一、总则',
  '发15号',
  '总则，一',
].map((body, i): SearchDocument => ({ id: String(i), title: '', docNo: '', body, day: null, facets }))
const head = await readHead(rangesOf(buildSegment(documents, rare).head))

function coverOf(text: string) {
  const phrase = cutPhrase(fold(text), rare)
  if (!phrase || !head) return null
  const cover = coverPhrase(phrase, head.dictionary)
  if (!cover) return null
  const frequencies = cover.map(({ docFrequency }) => docFrequency)
  expect(frequencies).toEqual([...frequencies].sort((a, b) => a - b))
  const lists = cover.map(({ offset, docFrequency }) => [offset, docFrequency] as const)
  return { mustVerify: phrase.mustVerify, lists: lists.sort(([a, x], [b, y]) => a - b || x - y) }
}

describe('the cheapest lists that say all of a phrase, rarest first; as [offset, documents]', () => {
  it.each([
    ['人民', { mustVerify: false, lists: [[0, 4]] }],
    [
      '县人民政府',
      {
        mustVerify: false,
        lists: [
          [0, 1],
          [2, 2],
          [3, 1],
        ],
      },
    ],
    [
      '发5号',
      {
        mustVerify: false,
        lists: [
          [0, 2],
          [1, 1],
          [1, 2],
        ],
      },
    ],
    [
      '一、总则',
      {
        mustVerify: false,
        lists: [
          [0, 1],
          [2, 2],
        ],
      },
    ],
    [
      '总则，一',
      {
        mustVerify: false,
        lists: [
          [0, 2],
          [2, 2],
        ],
      },
    ],
    ['民', { mustVerify: false, lists: [[0, 5]] }],
    ['县民', null],
    ['𠮷', null],
  ])('%s', (text, expected) => {
    expect(coverOf(text)).toEqual(expected)
  })
})
