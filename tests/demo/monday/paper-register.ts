import { identityNumber } from '../../support/at-rest/people'
import { onPaper, workedBetween } from '../../support/registers/wall-calendar'
import { writeSheet, type SheetCell } from '../../support/registers/write-sheet'

/** An open case as it stands in the paper register on Monday, 14 September 2026. */
export interface PaperRow {
  readonly requestNo: string
  readonly receivedOn: string
  readonly applicant: string
  readonly type: '自然人' | '商业企业' | '法律服务机构' | '其他'
  readonly idNumber: string
  readonly phone: string
  readonly asked: string
  readonly channel: string
  readonly status: string
  /** 征求意见: the letter and the answer. */
  readonly pause?: { readonly sentOn: string; readonly answeredOn: string } | undefined
  /** Working days of a pause of which the register kept only the number. */
  readonly pausedDays?: number | undefined
  readonly extendedDays: number
  /** As the clerk counted it on the wall calendar. */
  readonly dueOn: string
  readonly note?: string
}

export const openCases = 60

const receipts = [
  ...['2026-08-17', '2026-08-18', '2026-08-20', '2026-08-21', '2026-08-24', '2026-08-26', '2026-08-28'],
  ...['2026-08-31', '2026-09-02', '2026-09-04', '2026-09-07', '2026-09-08', '2026-09-10', '2026-09-11'],
]
const surnames = [...'张王李赵陈杨黄周吴徐孙胡朱高林何郭马罗梁']
const given = ['建国', '桂英', '德福', '秀兰', '长顺', '玉珍', '志强', '春梅', '有财', '淑贞', '凤英', '水根', '阿毛']
const villages = ['白鹭', '石桥', '南塘', '竹溪', '梅坞', '东岭', '下渚', '桐里', '柳河', '后畈', '上庄']
const matters = [
  ...['征地补偿安置方案', '宅基地用地审批表', '土地征收公告和现状调查结果', '耕地占补平衡验收材料'],
  ...['农村道路用地批准文件', '设施农用地备案表', '矿山生态修复方案'],
]
const firms = ['云溪柳河建材有限公司', '云溪东岭旅游开发有限公司', '浙江云溪律师事务所', '石桥村股份经济合作社']
const firmTypes = ['商业企业', '商业企业', '法律服务机构', '其他'] as const
const channels = ['当面', '挂号信', '当面', '网站', '当面', '电子邮件']

const number = (year: number, serial: number): string => `云信公〔${year}〕${String(serial).padStart(3, '0')}号`

/**
 * The sixty cases that are open, two of them carried over from last year: one whose secrecy had to be determined for
 * months, one that is late. Every sixth asked third parties, every ninth was extended. Synthetic people.
 */
export const paperRegister = (): readonly PaperRow[] => [
  ...carriedOver,
  ...Array.from({ length: 58 }, (_, n) => row(n)),
]

/** Counted by hand on the calendars of two years; days excluded under art. 33(3), other agencies. */
const carriedOver: readonly PaperRow[] = [
  {
    ...{ requestNo: number(2025, 118), receivedOn: '2025-12-15', applicant: '沈阿毛', type: '自然人' },
    ...{ idNumber: identityNumber(60), phone: '13900000260', channel: '挂号信', status: '办理中' },
    asked: '东岭矿区2016年地质勘查报告',
    pause: { sentOn: '2026-01-06', answeredOn: '2026-08-21' },
    ...{ extendedDays: 20, dueOn: '2026-09-24', note: '密级报省厅确定，8月21日批复解密' },
  },
  {
    ...{ requestNo: number(2025, 121), receivedOn: '2025-12-29', applicant: '方秀兰', type: '自然人' },
    ...{ idNumber: identityNumber(61), phone: '13900000261', channel: '当面', status: '办理中' },
    asked: '桐里村1998年土地详查图',
    pause: { sentOn: '2026-01-16', answeredOn: '2026-08-28' },
    ...{ extendedDays: 0, dueOn: '2026-09-08', note: '征求测绘成果保管单位意见；已逾期，局长督办' },
  },
]

function row(n: number): PaperRow {
  const isFirm = n % 10 === 7
  const receivedOn = receipts[n % receipts.length]!
  const pause =
    n % 6 === 2 && receivedOn < '2026-08-27' ? { sentOn: '2026-08-28', answeredOn: '2026-09-08' } : undefined
  const pausedDays = n % 14 === 0 && !pause ? 3 : undefined
  const extendedDays = n % 9 === 4 ? 20 : 0
  const excluded = pause ? workedBetween(pause.sentOn, pause.answeredOn) : (pausedDays ?? 0)
  return {
    ...{ requestNo: number(2026, n + 1), receivedOn, pause, pausedDays, extendedDays },
    applicant: isFirm ? firms[((n - 7) / 10) % firms.length]! : `${surnames[n % 20]}${given[n % 13]}`,
    type: isFirm ? firmTypes[((n - 7) / 10) % firmTypes.length]! : '自然人',
    idNumber: isFirm || n % 4 === 3 ? '' : identityNumber(n),
    phone: n % 5 === 4 ? '' : `139000002${String(n).padStart(2, '0')}`,
    asked: `${villages[n % villages.length]}村${2012 + (n % 13)}年${matters[n % matters.length]}`,
    channel: channels[n % channels.length]!,
    status: n % 3 === 0 ? '办理中' : '待审查',
    dueOn: onPaper(receivedOn, 20 + extendedDays + excluded),
  }
}

/** What is wrong in the register as it was typed, by number, and what the clerk does about it. */
export const faults = {
  /** Typed as a number: the spreadsheet kept fifteen digits. Copied again from the form, as text. */
  mangledId: number(2026, 17),
  /** 9/4 may be April or September. The form says 4 September. */
  oddDay: number(2026, 24),
  /** The number of the case before, typed twice. */
  sameNumber: number(2026, 41),
  /** The make-up Sunday of 20 September was forgotten in the count. */
  countedWrong: number(2026, 52),
} as const

/** Left in the paper register on purpose, with the word for it that the report will show. */
export const leftOnPaper = [
  { requestNo: number(2026, 59), status: '已办结', why: '已经办结' },
  { requestNo: number(2026, 60), status: '待送达', why: '答复已经签发' },
  { requestNo: number(2026, 61), status: '征求意见中', why: '暂停没有结束' },
] as const

const heads = [
  ...['登记编号', '收到日期', '申请人', '申请人类型', '证件号码', '联系电话', '申请内容', '申请渠道', '办理情况'],
  ...['暂停起', '暂停止', '已暂停工作日', '延期', '到期日', '上年结转', '备注'],
]

const cellsOf = (each: PaperRow): SheetCell[] => [
  ...[each.requestNo, { day: each.receivedOn }, each.applicant, each.type, each.idNumber, each.phone],
  ...[each.asked, each.channel, each.status],
  ...[each.pause ? { day: each.pause.sentOn } : null, each.pause ? { day: each.pause.answeredOn } : null],
  ...[each.pausedDays ?? null, each.extendedDays > 0 ? `延长${each.extendedDays}个工作日` : '否'],
  ...[{ day: each.dueOn }, each.requestNo.includes('2025') ? '是' : '', each.note ?? ''],
]

const leftCells = ({ requestNo, status }: (typeof leftOnPaper)[number]): SheetCell[] => [
  ...[requestNo, '2026-08-19', '余凤英', '自然人', '', '', '上庄村2020年土地征收公告', '当面', status],
  ...(['征求意见中', '已办结'].includes(status) ? ['2026-09-03', status === '已办结' ? '2026-09-07' : ''] : ['', '']),
  ...['', '否', '', '', ''],
]

/** `asTyped` with its faults, or as the clerk corrected it; what stays on paper is in both. */
export async function writePaperRegister(file: string, state: 'asTyped' | 'corrected'): Promise<void> {
  const cases = paperRegister().map(each => (state === 'asTyped' ? withFaults(each) : cellsOf(each)))
  const rows = [...cases, ...leftOnPaper.map(leftCells)]
  await writeSheet(file, { title: '云溪县自然资源局依申请公开登记簿（未办结）', heads, rows })
}

function withFaults(each: PaperRow): SheetCell[] {
  const cells = cellsOf(each)
  if (each.requestNo === faults.mangledId) cells[4] = 330182190305050100
  if (each.requestNo === faults.oddDay) cells[1] = '9/4/2026'
  if (each.requestNo === faults.sameNumber) cells[0] = number(2026, 40)
  if (each.requestNo === faults.countedWrong) cells[13] = { day: onPaper(each.dueOn, 1) }
  return cells
}
