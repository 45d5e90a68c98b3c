import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { send, type TestHeadquarters } from '../../support/headquarters/test-headquarters'

const agencyId = '0a0a0a0a-0000-4000-8000-000000000001'
const fields = {
  ...{ agencyId, topicClass: '0201', validity: 'VALID', attribute: 'PROACTIVE', documentDate: '2026-03-02' },
}

/** The console's search over an office's public documents, on the real database. */
export function documentSearchTests(of: () => TestHeadquarters): void {
  describe('documents of an office', () => {
    test('are found by words as they stand, signs of the database’s own search language among them', async () => {
      const machine = await of().enrolled()
      let serial = 0
      const publish = (title: string, text = '正文') =>
        machine.write(`document:${randomUUID()}`, {
          type: 'document.catalogued@1',
          open: { ...fields, indexNo: `1/2026-${++serial}`, publishedOn: '2026-03-09', words: { title, text } },
        })
      const titles = [
        '补贴100%到户',
        '补贴100元到户',
        '文件a_b清单',
        '文件axb清单',
        '路径C:\\公开\\目录',
        '路径C:公开目录',
      ]
      for (const title of titles) publish(title)
      publish('关于"放管服"的通知')
      publish('另一份', '其中写有：补贴100%到户')
      machine.write(`document:${randomUUID()}`, {
        type: 'document.catalogued@1',
        open: { ...fields, indexNo: '1/2026-99', attribute: 'NOT_DISCLOSED' },
        personal: { words: { title: '补贴100%到户（不公开）', closedBecause: '内部' } },
      })
      await of().call(machine, send(machine, 1))
      const other = await of().enrolled()
      other.write(`document:${randomUUID()}`, {
        type: 'document.catalogued@1',
        open: { ...fields, indexNo: '1/2026-1', publishedOn: '2026-03-09', words: { title: '别家的补贴100%到户' } },
      })
      await of().call(other, send(other, 1))

      const found = async (words: string): Promise<string[]> => {
        const path = `/v1/console/offices/${machine.officeId}/documents?words=${encodeURIComponent(words)}`
        const { status, json } = await of().operator('GET', path)
        expect(status).toBe(200)
        return (json['documents'] as { details: { title: string } }[]).map(({ details }) => details.title).sort()
      }
      expect(await found('100%')).toEqual(['另一份', '补贴100%到户'])
      expect(await found('a_b')).toEqual(['文件a_b清单'])
      expect(await found('C:\\')).toEqual(['路径C:\\公开\\目录'])
      expect(await found('\\公开\\')).toEqual(['路径C:\\公开\\目录'])
      expect(await found('%%')).toEqual([])
      expect(await found('__')).toEqual([])
      expect(await found('\\%')).toEqual([])
      expect(await found('"放管服"')).toEqual(['关于"放管服"的通知'])
      expect(await found('补贴')).toHaveLength(3)
      // Names of the parts of an act stand in every one of them, and in no document.
      expect(await found('topicClass')).toEqual([])
      expect(await found("' or 1=1 --")).toEqual([])
    })
  })
}
