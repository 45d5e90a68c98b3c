import { statisticsWords } from './statistics-words'

/** 统计: Chinese is the source of truth; English has the same keys. */
const zhCn = {
  ...statisticsWords['zh-CN'],
  statistics: '统计',
  statisticsOf: '统计范围',
  statisticsKinds: { year: '全部单位一年', month: '一家单位一月' },
  year: '年份',
  month: '月份（如 2026-11）',
  chooseOffice: '选单位',
  chooseOfficeFirst: '先选一家单位。',
  yearTitle: (year: number) => `${year} 年收到的申请，全部单位`,
  monthTitle: (name: string, officeId: number, month: string) => `${name}（${officeId}）${month} 收到的申请`,
  byMonth: '按月',
  byDecision: '按决定和申请人',
  byDay: '按日',
  arrivedIn: '收到月份',
  arrivedOn: '收到日期',
  cases: '件数',
  finished: '已办结',
  stillOpen: '在办',
  openOverdue: '其中逾期',
  decision: '决定',
  applicant: '申请人',
  caseStatus: '状态',
  undecided: '尚无决定',
  noneStated: '未填',
  total: '合计',
  statisticsMean: (on: string) =>
    `按收到日期统计，以各单位已上报的记录为准。逾期：截至 ${on} 仍未办结、期限已确定并已超过的。`,
  monthMeans: '按收到日期统计，以该单位已上报的记录为准。',
  nothingArrived: '这段时间没有收到申请，或还没有上报。',
  download: '下载 CSV',
  print: '打印',
}

export type StatisticsTexts = typeof zhCn

const en: StatisticsTexts = {
  ...statisticsWords.en,
  statistics: 'Figures',
  statisticsOf: 'Figures of',
  statisticsKinds: { year: 'All offices, a year', month: 'One office, a month' },
  year: 'Year',
  month: 'Month (as 2026-11)',
  chooseOffice: 'Choose an office',
  chooseOfficeFirst: 'Choose an office first.',
  yearTitle: year => `Requests received in ${year}, all offices`,
  monthTitle: (name, officeId, month) => `Requests received in ${month} by ${name} (${officeId})`,
  byMonth: 'By month',
  byDecision: 'By decision and applicant',
  byDay: 'By day',
  arrivedIn: 'Month received',
  arrivedOn: 'Day received',
  cases: 'Requests',
  finished: 'Finished',
  stillOpen: 'Open',
  openOverdue: 'Of these overdue',
  decision: 'Decision',
  applicant: 'Applicant',
  caseStatus: 'Standing',
  undecided: 'Not decided',
  noneStated: 'Not stated',
  total: 'Total',
  statisticsMean: on =>
    `Counted by the day of receipt, from what the offices have sent. Overdue: not finished on ${on} though a final due day has passed.`,
  monthMeans: 'Counted by the day of receipt, from what the office has sent.',
  nothingArrived: 'Nothing was received in this time, or nothing was sent yet.',
  download: 'Download CSV',
  print: 'Print',
}

export const statisticsTexts = { 'zh-CN': zhCn, en } as const
