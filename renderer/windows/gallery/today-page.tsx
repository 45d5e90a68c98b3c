import { Act } from '../../ui/acts/act'
import { LaneBoard, type Lane, type LaneItem } from '../../ui/sheets/lane-board'
import { PageHead } from '../../ui/shell/page-head'

export function TodayPage() {
  return (
    <>
      <PageHead
        title="今日"
        notes={
          <>
            <span>10月13日 星期二</span>
            <span>工作日</span>
            <span>在办 13 件</span>
          </>
        }
        acts={
          <>
            <Act keys="F6">查目录</Act>
            <Act keys="F4">查阅登记</Act>
            <Act look="primary" showsKeys="F2">
              登记申请
            </Act>
          </>
        }
      />
      <LaneBoard lanes={LANES} />
    </>
  )
}

const item = (id: string, title: string, who: string, due: string, dueNote: string): LaneItem => ({
  id,
  title,
  details: [id, who, '周敏'],
  due,
  dueNote,
  href: `#/case`,
})

const LANES: readonly Lane[] = [
  {
    id: 'late',
    flag: 'late',
    title: '已逾期',
    items: [
      item('YX-A-2026-0183', '城北污水处理厂提标改造环评批复及验收意见', '郑**', '10月9日', '已逾 3 个工作日'),
      item(
        'YX-B-2026-0102',
        '城关镇老旧小区改造（二期）中标通知书及合同',
        '云溪恒安物业有限公司',
        '10月12日',
        '已逾 1 个工作日',
      ),
    ],
    foot: '先办这里。逾期件每天 8:30 报负责人一次。',
    empty: '没有逾期件。',
  },
  {
    id: 'soon',
    flag: 'soon',
    title: '三个工作日内到期',
    items: [
      item('YX-A-2026-0193', '县城集中供热价格调整听证会笔录及成本监审报告', '王**', '10月14日', '还有 1 个工作日'),
      item('YX-A-2026-0191', '2024—2025 年县级学前教育专项资金分配结果', '李*', '10月15日', '还有 2 个工作日'),
      item(
        'YX-A-2026-0187',
        '青石镇白鹭村 2019-G-014 号宗地征地补偿安置方案及补偿费发放表',
        '陈**',
        '10月16日',
        '还有 3 个工作日',
      ),
    ],
    foot: '按到期日排，同日按收到先后。',
    empty: '三个工作日内没有到期的件。',
  },
  {
    id: 'mine',
    flag: 'mine',
    title: '等我办',
    items: [item('YX-B-2026-0107', '县第二中学新校区用地批准书', '吴**', '10月26日', '待受理审查')],
    foot: '审核退回排在最前。',
    empty: '没有等您办的件。',
  },
  { id: 'undated', flag: 'provisional', title: '期限未定', items: [], empty: '在办件的期限都已确定。' },
]
