import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberGaps } from '#shared/domain/catalogue/number-gaps'
import { publicationDue } from '#shared/domain/catalogue/publication-clock'
import { foldStandardList, mayDoToStandardList, readPastedRows } from '#shared/domain/catalogue/standard-list'
import { day, published as calendar } from '../published-calendars'
import { published } from './documents'

const no = (n: number) => `云政发〔2026〕${n}号`

describe('gaps in a series of numbers', () => {
  it('names runs that are missing from 1 on, and doubles; each word and year is a series of its own', () => {
    const numbers = [...[2, 3, 6, 6].map(no), '云政办〔2026〕1号', '云政办〔2026〕2号', '云政发〔2025〕1号', '无']
    expect(numberGaps(numbers)).toEqual([
      {
        ...{ word: '云政发', year: 2026, count: 4, last: 6, twice: [6] },
        gaps: [
          { from: 1, to: 1 },
          { from: 4, to: 5 },
        ],
      },
    ])
  })

  it('what is there and what is missing is every number up to the last, once', () => {
    const some = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 })
    fc.assert(
      fc.property(some, numbers => {
        const [series] = numberGaps(numbers.map(no))
        const missing = (series?.gaps ?? []).flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, n) => from + n),
        )
        const all = [...numbers, ...missing].sort((a, b) => a - b)
        expect(all).toEqual(Array.from({ length: Math.max(...numbers) }, (_, n) => n + 1))
      }),
    )
  })
})

describe('the clock of publication (art. 26)', () => {
  const { publishedOn: _on, ...waiting } = published
  it('runs 20 working days from the formation, or from the change', () => {
    // 2 March 2026 is a Monday; no holiday before the 30th.
    expect(publicationDue(waiting, calendar)).toMatchObject({ dueOn: '2026-03-30', workingDays: 20 })
    const changed = { ...waiting, changedOn: day('2026-03-09') }
    expect(publicationDue(changed, calendar)).toMatchObject({ startedOn: '2026-03-09' })
  })
  it('has ended with the publication, and begins again with a change after it', () => {
    expect(publicationDue(published, calendar)).toBeUndefined()
    expect(publicationDue({ ...published, changedOn: day('2026-03-12') }, calendar)).toMatchObject({
      startedOn: '2026-03-12',
    })
  })
  it('does not run for what is not the office’s to publish, or has no day', () => {
    expect(publicationDue({ ...waiting, attribute: 'ON_REQUEST' }, calendar)).toBeUndefined()
    expect(publicationDue({ attribute: 'PROACTIVE' }, calendar)).toBeUndefined()
  })
})

describe('a standard list', () => {
  const head = '公开事项\t公开内容\t公开依据\t公开时限\t公开主体\t公开渠道\t公开对象\t公开方式\t公开层级'
  it('takes rows as a spreadsheet copies them, without the head, with lines inside a cell', () => {
    const words = head.split('\t')
    const pasted = `${head}\r\n事项甲\t"要素一\n要素""二"""\t依据\t20日\t主体\t网站\t全社会\t主动\t县级\r\n事项乙\t内容\r\n\r\n`
    const rows = readPastedRows(pasted, words)
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({ matter: '事项甲', content: '要素一\n要素"二"', limit: '20日', level: '县级' })
    expect(rows[1]).toMatchObject({ matter: '事项乙', content: '内容', basis: '', level: '' })
  })
  it('is what was saved last, counts its versions, and has a matter in every row', () => {
    const list = { name: '目录', kindOfBody: '乡镇', isSample: false, rows: readPastedRows('事项\t内容', []) }
    const saved = { type: 'standardList.saved@1', open: list } as const
    const act = (n: number, name: string) => ({
      ...{
        seq: n,
        chain: 'c',
        hlc: String(n).padStart(15, '0') + '-0000',
        at: n,
        actor: 'p' as never,
        role: 'clerk' as const,
      },
      facts: [{ ...saved, open: { ...list, name } }],
    })
    expect(foldStandardList([act(2, '第二版'), act(1, '第一版')])).toMatchObject({
      list: { name: '第二版' },
      versions: 2,
    })
    const by = { role: 'clerk', posts: ['clerk'], isKindTaken: (kind: string) => kind === '县级' } as const
    expect(mayDoToStandardList(undefined, [saved], by).ok).toBe(true)
    const county = { ...saved, open: { ...list, kindOfBody: '县级' } }
    expect(mayDoToStandardList(undefined, [county], by)).toEqual({
      ok: false,
      problem: { kind: 'kindOfBodyTaken', kindOfBody: '县级' },
    })
    const empty = { ...saved, open: { ...list, rows: [{ ...list.rows[0]!, matter: ' ' }] } }
    expect(mayDoToStandardList(undefined, [empty], by)).toMatchObject({ problem: { kind: 'matterMissing', row: 1 } })
    const removed = { type: 'standardList.removed@1', open: { reason: '停用' } } as const
    expect(mayDoToStandardList(undefined, [removed], by)).toMatchObject({ problem: { kind: 'standardListUnknown' } })
  })
})
