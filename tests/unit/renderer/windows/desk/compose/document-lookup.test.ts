import { expect, test } from 'vitest'
import type { DocumentRecord } from '#shared/application/catalogue-ports'
import type { FoundPage, SearchQuestion, SearchRefusal } from '#shared/application/catalogue-search'
import { err, ok, type Result } from '#shared/kernel/result'
import { documentLookup } from '../../../../../../renderer/windows/desk/compose/document-lookup'

const record = (indexNo: string, title: string, attribute = 'PROACTIVE') =>
  ({
    documentId: indexNo,
    document: { details: { indexNo, title, attribute, publishedOn: '2019-05-01' }, isWithdrawn: false },
  }) as unknown as DocumentRecord // what a look-up reads

const records = [
  record('014225972/2019-00014', '征地补偿安置方案'),
  record('014225972/2019-00015', '内部纪要', 'NOT_DISCLOSED'),
  record('', '没有索引号的公报'),
]

function lookupOver(answer: Result<FoundPage, SearchRefusal>) {
  const asked: SearchQuestion[] = []
  const lookup = documentLookup({
    book: {
      findSame: async ({ indexNos = [] }) =>
        records.filter(each => indexNos.includes(each.document.details.indexNo ?? '')),
      get: async ids => ids.map(id => records.find(each => each.documentId === id) ?? null),
    },
    search: {
      ask: async question => {
        asked.push(question)
        return answer
      },
    },
  })
  return { lookup, asked }
}
const page = (...ids: readonly string[]) =>
  ok({ hits: ids.map(documentId => ({ documentId })) } as unknown as FoundPage) // the rest of a page is not looked at

test('an index number finds its document, and asks nothing more', async () => {
  const { lookup, asked } = lookupOver(page())
  expect(await lookup.find('014225972/2019-00014')).toEqual([
    { indexNo: '014225972/2019-00014', title: '征地补偿安置方案' },
  ])
  expect(asked).toEqual([])
})

test('words find public documents; one that has gone meanwhile is left out', async () => {
  const { lookup, asked } = lookupOver(page('014225972/2019-00014', '', 'gone'))
  expect(await lookup.find('征地')).toEqual([
    { indexNo: '014225972/2019-00014', title: '征地补偿安置方案' },
    { title: '没有索引号的公报' },
  ])
  expect(asked).toMatchObject([{ among: 'public', line: '征地', isTyping: true, limit: 5 }])
})

test('what is not public is not offered by its number either, and a search that does not answer offers nothing', async () => {
  expect(await lookupOver(page()).lookup.find('014225972/2019-00015')).toEqual([])
  expect(await lookupOver(err({ kind: 'superseded' })).lookup.find('征地')).toEqual([])
  expect(await lookupOver(err({ kind: 'searchFailed', reference: 'r' })).lookup.find('征地')).toEqual([])
})
