import { describe, expect, test } from 'vitest'
import { likelyRepeats, monthlyCount, requestsByPerson } from '#shared/domain/requests/likely-repeat'
import type { ApplicantDetails } from '#shared/domain/requests/applicant-details'
import type { RequestId } from '#shared/domain/requests/request-facts'
import type { DisclosureRequest } from '#shared/domain/requests/request-state'
import { requestIn } from './acts-of-a-request'
import { day } from '../published-calendars'

const asked = '县第二中学新校区项目的建设用地批准书'
const zhang: ApplicantDetails = { name: '张三', idNumber: '110101190001010014', phone: '13800001234' }
const hongKong: ApplicantDetails = { ...zhang, idKind: 'hongKongMacaoPermit', idNumber: 'H0000000100' }
const on = day('2026-10-13')

let ids = 0
function earlier(part: {
  on: string
  description?: string
  applicant?: ApplicantDetails
  others?: ApplicantDetails[]
}) {
  const base = requestIn('registered')
  const request: DisclosureRequest = {
    ...base,
    requestNo: `YX-A-2026-${String(++ids).padStart(4, '0')}`,
    arrivedOn: day(part.on),
    personal: {
      ...base.personal!,
      applicant: part.applicant ?? zhang,
      ...(part.others ? { otherApplicants: part.others } : {}),
      description: part.description ?? asked,
    },
  }
  return { requestId: `id-${ids}` as RequestId, request }
}
const repeats = (
  records: ReturnType<typeof earlier>[],
  description = asked,
  keys = ['residentId::110101190001010014'],
) => likelyRepeats(requestsByPerson(records), { keys, description, on })

describe('likely repeat', () => {
  test('the same person, the same words', () => {
    const [one] = repeats([earlier({ on: '2026-09-21' })])
    expect(one).toMatchObject({ score: 1, earlier: { on: '2026-09-21', description: asked } })
  })

  test.each([
    ['spacing and punctuation do not count', '县第二中学　新校区，项目的建设用地批准书。', 1],
    // 10 of 20: ab bc ... against the same ten and ten others
    ['half of the pairs are enough', 'abcdefghijk', 0.5],
  ])('%s', (_name, description, score) => {
    const other = description === 'abcdefghijk' ? 'abcdefghijklmnopqrstu' : asked
    expect(repeats([earlier({ on: '2026-09-21', description: other })], description)[0]?.score).toBe(score)
  })

  test('just under half is no sign', () => {
    expect(repeats([earlier({ on: '2026-09-21', description: 'abcdefghijklmnopqrstuv' })], 'abcdefghijk')).toEqual([])
  })

  test('another person, other words, or more than 24 months ago', () => {
    expect(repeats([earlier({ on: '2026-09-21', applicant: hongKong })])).toEqual([])
    expect(repeats([earlier({ on: '2026-09-21', description: '青石镇白鹭村征地补偿安置方案' })])).toEqual([])
    expect(repeats([earlier({ on: '2024-10-12' })])).toEqual([])
    expect(repeats([earlier({ on: '2024-10-13' })])).toHaveLength(1)
  })

  test('a renewed permit is the same person, and so is one of several applicants; most alike first', () => {
    const records = [
      earlier({ on: '2026-05-01', applicant: hongKong, description: `${asked}及四至坐标图` }),
      earlier({ on: '2026-04-01', others: [{ ...hongKong, idNumber: 'H00000001' }] }),
    ]
    const found = repeats(records, asked, ['hongKongMacaoPermit::H00000001'])
    expect(found.map(({ earlier: { on } }) => on)).toEqual(['2026-04-01', '2026-05-01'])
  })

  test('nothing asked is like nothing', () => {
    expect(repeats([earlier({ on: '2026-09-21', description: '。' })], '')).toEqual([])
  })

  test('an erased request is nobody’s', () => {
    const erased = earlier({ on: '2026-09-21' })
    expect(repeats([{ ...erased, request: { ...erased.request, personal: undefined } }])).toEqual([])
  })
})

describe('requests of one applicant in a natural month', () => {
  const october = Array.from({ length: 10 }, (_each, n) => earlier({ on: `2026-10-${String(n + 1).padStart(2, '0')}` }))
  const keys = ['residentId::110101190001010014']
  test('the one in hand is counted', () => {
    expect(monthlyCount(requestsByPerson(october), { keys, on })).toBe(11)
    expect(monthlyCount(requestsByPerson(october), { keys, on: day('2026-11-01') })).toBe(1)
    expect(monthlyCount(requestsByPerson([]), { keys: [], on })).toBe(1)
  })
})

test('among 100,000 people a repeat is found without a pause', () => {
  const base = earlier({ on: '2026-09-21' })
  const records = Array.from({ length: 100_000 }, (_each, n) => ({
    requestId: `many-${n}` as RequestId,
    request: {
      ...base.request,
      personal: {
        ...base.request.personal!,
        applicant: { ...zhang, idKind: 'foreignPassport' as const, country: 'JP', idNumber: `T${10_000_000 + n}` },
      },
    },
  }))
  const byPerson = requestsByPerson(records)
  expect(byPerson.size).toBe(100_000)
  // What is done with the map, not how long it takes: one look-up a person, and nothing is walked through.
  const done: PropertyKey[] = []
  const watched = new Proxy(byPerson, {
    get: (map, name) => {
      done.push(name)
      const value: unknown = Reflect.get(map, name)
      return typeof value === 'function' ? (value.bind(map) as unknown) : value
    },
  })
  for (let n = 0; n < 100; n++)
    expect(
      likelyRepeats(watched, { keys: [`foreignPassport:JP:T${10_000_000 + n * 997}`], description: asked, on }),
    ).toHaveLength(1)
  expect(done).toEqual(Array.from({ length: 100 }, () => 'get'))
})
