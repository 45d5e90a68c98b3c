/** What a column of an old register may hold. */
export const registerFields = [
  'requestNo',
  'receivedOn',
  'applicant',
  'idNumber',
  'phone',
  'address',
  'description',
  'channel',
  'applicantType',
  'agency',
  'medium',
  'status',
  'pausedWorkingDays',
  'pauseFrom',
  'pauseTo',
  'extended',
  'paperDueOn',
  'lastYear',
  'note',
] as const
export type RegisterField = (typeof registerFields)[number]

/** Without these a row says nothing that could be carried in. */
export const neededFields: readonly RegisterField[] = ['requestNo', 'receivedOn', 'applicant', 'description']

/** Column of the file (0-based) for each field that it has. */
export type ColumnMap = Readonly<Partial<Record<RegisterField, number>>>

export interface GuessedHead {
  /** Line of the file, counted from 1, in which the head words stand. */
  readonly headLine: number
  readonly columns: ColumnMap
}

const searchedLines = 15

/**
 * Finds the line of head words and what each column is. The line that names most fields wins, the first of equals;
 * titles above it are passed over. Line 1 and no columns where nothing is recognised.
 */
export function guessColumns(rows: readonly (readonly string[])[]): GuessedHead {
  let best: GuessedHead = { headLine: 1, columns: {} }
  rows.slice(0, searchedLines).forEach((row, index) => {
    const columns = columnsOf(row)
    if (Object.keys(columns).length > Object.keys(best.columns).length) best = { headLine: index + 1, columns }
  })
  return best
}

/** Exact head words first, then those that only contain one: 收到日期 is no 日期 of something else. */
function columnsOf(row: readonly string[]): ColumnMap {
  const heads = row.map(plain)
  const found: Partial<Record<RegisterField, number>> = {}
  const isUsed = (index: number): boolean => Object.values(found).includes(index)
  for (const fits of [equals, contains]) {
    for (const field of registerFields) {
      if (found[field] !== undefined) continue
      const index = heads.findIndex((head, at) => head !== '' && !isUsed(at) && fits(head, headWords[field]))
      if (index >= 0) found[field] = index
    }
  }
  return found
}

const equals = (head: string, words: readonly string[]): boolean => words.includes(head)
const longestHead = 16 // a sentence that happens to hold the word is no head
const contains = (head: string, words: readonly string[]): boolean =>
  head.length <= longestHead && words.some(word => word.length > 1 && head.includes(word))

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s*:]|\(.*?\)/gu, '')
    .toLowerCase()

const headWords: Readonly<Record<RegisterField, readonly string[]>> = {
  requestNo: ['登记号', '编号', '登记编号', '申请编号', '受理编号', '受理号', '收件编号', '文件编号', 'no', '号'],
  receivedOn: [
    '收到日期',
    '收到申请日期',
    '收到之日',
    '收件日期',
    '受理日期',
    '登记日期',
    '申请日期',
    '收到时间',
    '日期',
  ],
  applicant: ['申请人', '申请人姓名', '申请人名称', '姓名', '姓名或名称', '申请人姓名或名称', '名称'],
  idNumber: ['证件号码', '身份证号', '身份证号码', '身份证', '证件号', '有效证件号码', '统一社会信用代码', '信用代码'],
  phone: ['电话', '联系电话', '手机', '手机号', '手机号码', '联系方式'],
  address: ['地址', '通信地址', '通讯地址', '联系地址', '邮寄地址', '住址'],
  description: ['申请内容', '申请事项', '内容描述', '所需信息', '申请信息', '信息内容', '申请公开内容', '内容', '事项'],
  channel: ['渠道', '申请渠道', '申请方式', '提交方式', '来件方式', '收件方式', '途径', '申请途径'],
  applicantType: ['申请人类型', '申请人类别', '申请人性质', '类型', '类别'],
  agency: ['机关', '行政机关', '被申请机关', '受理机关', '办理机关', '承办机关', '单位'],
  medium: ['获取方式', '提供方式', '信息形式', '载体', '载体形式'],
  status: ['办理情况', '办理状态', '状态', '办理结果', '进度', '办理进度', '处理情况'],
  pausedWorkingDays: ['已暂停工作日', '暂停工作日', '暂停天数', '扣除天数', '扣除工作日', '不计入天数', '已暂停天数'],
  pauseFrom: [
    '暂停起',
    '暂停自',
    '暂停开始',
    '暂停起日',
    '暂停日期',
    '暂停期间',
    '征求意见日期',
    '发函日期',
    '暂停开始日期',
  ],
  pauseTo: ['暂停止', '暂停至', '暂停结束', '暂停止日', '恢复日期', '意见收到日期', '回函日期', '暂停结束日期'],
  extended: ['延期', '延长', '延长工作日', '延期工作日', '延期天数', '延长天数', '延期情况', '延长答复'],
  paperDueOn: ['到期日', '到期日期', '答复期限', '应答复日期', '届满日', '期限', '截止日期', '办结时限', '期限届满日'],
  lastYear: ['上年结转', '上年度结转', '结转', '是否结转', '是否上年结转'],
  note: ['备注', '说明', '附注'],
}
