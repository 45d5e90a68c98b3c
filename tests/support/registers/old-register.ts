import { onPaper } from './wall-calendar'
import { writeSheet, type SheetCell } from './write-sheet'

export interface PaperCase {
  readonly requestNo: string
  readonly receivedOn: string
  readonly applicant: string
  readonly description: string
  readonly status: string
  readonly paused: number
  readonly extended: number
  /** As the independent count has it. */
  readonly dueOn: string
}

// Working days before the morning of the tests, 8 September 2026.
const receipts = ['2026-08-12', '2026-08-14', '2026-08-19', '2026-08-24', '2026-08-28', '2026-09-02', '2026-09-07']
const surnames = [...'张王李赵陈杨黄周吴徐']

/** Open cases as a county office might have them on paper: some paused, some extended, some already examined. */
export function paperCases(count: number): readonly PaperCase[] {
  return Array.from({ length: count }, (_, index) => {
    const receivedOn = receipts[index % receipts.length]!
    const paused = receivedOn < '2026-08-25' && index % 4 === 0 ? 1 + (index % 5) : 0
    const extended = index % 9 === 0 ? 20 : 0
    return {
      requestNo: `云信公〔2026〕${String(index + 1).padStart(3, '0')}号`,
      receivedOn,
      applicant: `${surnames[index % surnames.length]}旧${index % 2 === 0 ? '簿' : '件'}`,
      description: `第${index + 1}号旧件：白鹭村2019-G-${String(index + 1).padStart(3, '0')}号宗地批准文件`,
      status: index % 3 === 0 ? '办理中' : '待审查',
      ...{ paused, extended },
      dueOn: onPaper(receivedOn, 20 + paused + extended),
    }
  })
}

const heads = ['登记编号', '收到日期', '申请人', '证件号码', '申请内容', '办理情况', '已暂停工作日', '延期', '到期日']

/** Days in the spellings that one register mixes. */
const spelled = (on: string, index: number): string => {
  const [year, month, day] = on.split('-').map(Number)
  return [on, `${year}.${month}.${day}`, `${year}年${month}月${day}日`][index % 3]!
}

/** The register as an xlsx, with a title above its head line, and `more` rows at its end. */
export async function writeRegister(
  file: string,
  cases: readonly PaperCase[],
  more: readonly (readonly (string | number)[])[] = [],
): Promise<void> {
  const rows = cases.map((each, index): SheetCell[] => [
    each.requestNo,
    spelled(each.receivedOn, index),
    each.applicant,
    null,
    each.description,
    each.status,
    each.paused > 0 ? each.paused : null,
    each.extended > 0 ? `${each.extended}个工作日` : '否',
    { day: each.dueOn },
  ])
  await writeSheet(file, { title: '云溪县依申请公开登记簿', heads, rows: [...rows, ...more] })
}
