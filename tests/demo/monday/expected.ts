import { lettersOnPaper, mail, monday, saturday, visitors, type VisitorKind } from './visitors'

export interface ExpectedLetter {
  readonly decision: string
  /** Letter of reference 7.2. */
  readonly letter: string
  readonly letterNo: string
  readonly receivedOn: string
  /** Counted by hand on the wall calendar of 2026: 20 working days, two make-up days, Mid-Autumn and National Day. */
  readonly dueOn: string
  /** As the letter cites it. */
  readonly article: string
  readonly remedy: 'choice' | 'reconsiderationFirst' | 'refusedPartFirst'
  readonly served: 'inPerson' | 'post' | 'email'
  /** Scans that the case must hold at the least. */
  readonly scans: number
  /** What else this letter must say. */
  readonly says: readonly string[]
}

const due = '2026-10-16'
const no = (nth: number): string => `云自然资公开〔2026〕${lettersOnPaper + nth}号`

/** In the order in which the reviewer numbered them. */
export const expected: Readonly<Record<VisitorKind, ExpectedLetter>> = {
  oral: {
    ...{ decision: 'GRANT_PROVIDE', letter: 'R01', letterNo: no(1), receivedOn: monday, dueOn: due },
    ...{ article: '第三十六条第二项', remedy: 'choice', served: 'inPerson' },
    scans: 1,
    says: ['石桥村7组12号宅基地2018年用地审批表'],
  },
  agent: {
    ...{ decision: 'GRANT_PUBLISHED', letter: 'R02', letterNo: no(2), receivedOn: monday, dueOn: due },
    ...{ article: '第三十六条第一项', remedy: 'choice', served: 'inPerson' },
    scans: 1,
    says: ['https://www.yunxi.example.cn/ghzy/2021-2035.html'],
  },
  organisation: {
    ...{ decision: 'NOT_EXIST', letter: 'R12', letterNo: no(3), receivedOn: monday, dueOn: due },
    ...{ article: '第三十六条第四项', remedy: 'choice', served: 'email' },
    scans: 1,
    says: ['未检索到与申请内容相符的政府信息', '青石镇政府档案室'],
  },
  post: {
    ...{ decision: 'REFER_SPECIAL_QUERY', letter: 'R11', letterNo: no(4), receivedOn: saturday, dueOn: '2026-10-15' },
    ...{ article: '第三十六条第七项', remedy: 'choice', served: 'post' },
    scans: 1,
    says: ['《不动产登记暂行条例》第二十七条', '云溪县不动产登记中心', '2026年9月12日'],
  },
  refusal: {
    ...{ decision: 'REFUSE_PROCESS', letter: 'R09', letterNo: no(5), receivedOn: monday, dueOn: due },
    ...{ article: '第十六条第二款', remedy: 'reconsiderationFirst', served: 'inPerson' },
    scans: 0,
    says: ['讨论记录', '可以不予公开'],
  },
  partial: {
    ...{ decision: 'PARTIAL', letter: 'R03', letterNo: no(6), receivedOn: monday, dueOn: due },
    ...{ article: '第三十七条', remedy: 'refusedPartFirst', served: 'inPerson' },
    scans: 1,
    says: ['共2项', '第十六条第一款', '第十六条第二款', '内部流转单', '股室讨论意见'],
  },
  notOurs: {
    ...{ decision: 'NOT_OURS', letter: 'R13', letterNo: no(7), receivedOn: monday, dueOn: due },
    ...{ article: '第三十六条第五项', remedy: 'choice', served: 'post' },
    scans: 0,
    says: ['云溪县交通运输局', '0571-88880005'],
  },
  repeat: {
    ...{ decision: 'REPEAT', letter: 'R17', letterNo: no(8), receivedOn: monday, dueOn: due },
    ...{ article: '第三十六条第六项', remedy: 'choice', served: 'inPerson' },
    scans: 0,
    says: [no(5), '不予重复处理'],
  },
}

/** Papers beside letter and receipt that a visitor's folder must have, and what their text must say. */
export const otherPapers: Readonly<Record<VisitorKind, Readonly<Record<string, readonly string[]>>>> = {
  oral: { form: [visitors.oral.name, '视力障碍', '指印'], 'proof-of-service': [visitors.oral.name, no(1)] },
  agent: { 'proof-of-service': ['王晓梅', no(2)] },
  organisation: {}, // sent, not signed for: the case holds the record of dispatch as a scan
  post: {
    posting: [mail.post, no(4)],
    envelope: ['南塘村16号', visitors.post.name],
    'due-date-proof': ['2026年10月15日'],
  },
  refusal: { 'proof-of-service': [visitors.refusal.name, no(5)] },
  partial: { 'proof-of-service': [visitors.partial.name, no(6)] },
  notOurs: { posting: [mail.notOurs, no(7)] },
  repeat: { 'proof-of-service': [visitors.repeat.name, no(8)] },
}

export const fileOf = (kind: VisitorKind, paper: string): string => `${kind}-${paper}.pdf`
