import { expect, test } from 'vitest'
import { findRequests } from '#shared/application/find/find-requests'
import type { RequestRecord } from '#shared/application/ports'
import type { RequestStatus } from '#shared/domain/requests/request-state'

interface Told {
  readonly no: string
  readonly name: string
  readonly about: string
  readonly status?: RequestStatus
}

/** As far as it is looked in. */
function record({ no, name, about, status = 'registered' }: Told): RequestRecord {
  const personal = { applicant: { name, idNumber: '110101190001010014', phone: '13900000182' }, description: about }
  const request = { requestNo: no, status, personal } as unknown as RequestRecord['request'] // no other part is read
  return { requestId: no as RequestRecord['requestId'], request, needsNewerVersion: false, actsLeftOut: 0 }
}

const records = [
  record({ no: 'YX-A-2026-0001', name: '白文秀', about: '县道改造' }),
  record({ no: 'YX-A-2026-0002', name: '陈一', about: '白鹭村征地补偿', status: 'served' }),
  record({ no: 'YX-A-2026-0003', name: '欧阳二', about: '白鹭\n小学验收' }),
  record({ no: 'YX-A-2025-0010', name: '陈三', about: '第 0003 号批复' }),
]

const found = (text: string, most = 6) =>
  findRequests(records, text, most).nearest.map(({ request }) => request.requestNo.slice(-7))

test('the whole number, its end, a name, anything else', () => {
  expect(found('yx-a-2026-0002')).toEqual(['26-0002'])
  expect(found('0003')).toEqual(['26-0003', '25-0010'])
  expect(found('白')).toEqual(['26-0001', '26-0003', '26-0002']) // a name first, then what runs, then what ended
})

test('by the masked name as by the name, and by several words', () => {
  expect(found('陈*')).toEqual(['25-0010', '26-0002'])
  expect(found('欧阳 小学')).toEqual(['26-0003'])
  expect(found('白鹭 小学')).toEqual(['26-0003'])
})

test('not by identity number or telephone, and not by nothing', () => {
  expect(found('110101190001010014')).toEqual([])
  expect(found('13900000182')).toEqual([])
  expect(found('  ')).toEqual([])
})

test('as many as asked for, and how many there are', () => {
  expect(findRequests(records, 'YX', 2)).toMatchObject({ count: 4, nearest: { length: 2 } })
})

test('20,000 requests: their words are put together once, however much is typed', () => {
  let read = 0
  const many = Array.from({ length: 20_000 }, (_each, at) => {
    const made = record({ no: `YX-A-2026-${String(at).padStart(5, '0')}`, name: `陈${at}`, about: `第${at}号宗地` })
    const { personal, ...request } = made.request
    const watched = {
      ...request,
      get personal() {
        read++
        return personal
      },
    }
    return { ...made, request: watched as typeof made.request } // a getter where a field was
  })
  expect(findRequests(many, '宗', 6).count).toBe(20_000)
  const once = read
  expect(once).toBeGreaterThanOrEqual(20_000)
  const counts = ['宗地', '宗地 9', '宗地 98', '宗地 987'].map(text => findRequests(many, text, 6).count)
  expect(counts.at(-1)).toBeGreaterThan(0)
  expect(read).toBe(once)
})
