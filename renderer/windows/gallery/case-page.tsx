import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { Act } from '../../ui/acts/act'
import { TextLink } from '../../ui/acts/text-link'
import { DueDateStrip } from '../../ui/due-date-strip/due-date-strip'
import { Status } from '../../ui/marks/status'
import { FactsTimeline, type TimelineFact } from '../../ui/sheets/facts-timeline'
import { KeyValueList } from '../../ui/sheets/key-value-list'
import { Sheet } from '../../ui/sheets/sheet'
import { PageHead } from '../../ui/shell/page-head'
import { sampleDueDate } from './sample-due-dates'

export function CasePage() {
  return (
    <>
      <PageHead
        shape="case"
        onBack={() => undefined}
        title="青石镇白鹭村 2019-G-014 号宗地征地补偿安置方案及补偿费发放表"
        notes={
          <>
            <span>YX-A-2026-0187</span>
            <span>申请人 陈**</span>
            <span>承办 周敏</span>
            <Status flag="soon">三日内到期</Status>
            <Status flag="mine" />
          </>
        }
        acts={
          <>
            <Act>更多</Act>
            <Act keys="P">打印计算书</Act>
            <Act look="primary" keys="D">
              修改答复稿
            </Act>
          </>
        }
      />
      <DueDateStrip due={SAMPLE} today={'2026-10-13' as CivilDate} />
      <div className="gallery-grid">
        <Sheet title="办理经过" aside="只增不改，更正另记一条">
          <FactsTimeline waiting={WAITING} facts={FACTS} />
        </Sheet>
        <div className="gallery-stack">
          <Sheet title="申请人">
            <KeyValueList
              columns={2}
              items={[
                { label: '姓名', value: '陈**' },
                { label: '证件', value: '110***********0014' },
                { label: '电话', value: '139****0182' },
                { label: '取得', value: '纸质，自取' },
              ]}
            />
            <p>
              <TextLink onAct={() => undefined}>看全名和全号</TextLink>
            </p>
          </Sheet>
          <Sheet title="现在可以做">
            <div className="gallery-row">
              <Act keys="E">申请延期</Act>
              <Act keys="W">申请人撤回</Act>
              <Act disabledBecause="9月15日 检索记录命中 2 份">信息不存在</Act>
            </div>
          </Sheet>
        </div>
      </div>
    </>
  )
}

const SAMPLE = sampleDueDate('2026-09-08', 20, [{ from: '2026-09-21', to: '2026-09-28', why: 'thirdPartyOpinion' }])

const WAITING: TimelineFact = { id: 'w', day: '今天', flag: 'mine', title: '等周敏修改答复稿，最迟 10月16日 送达' }
const FACTS: readonly TimelineFact[] = [
  {
    id: '6',
    day: '10月12日',
    time: '17:03',
    flag: 'returned',
    title: '审核退回',
    note: '何立群　「请写明第三方哪部分意见未采纳及理由」',
  },
  {
    id: '5',
    day: '10月9日',
    time: '15:22',
    flag: 'done',
    title: '拟定答复稿（第 2 稿），部分公开',
    note: '周敏　条例第十五条、第三十七条',
  },
  {
    id: '4',
    day: '9月28日',
    time: '11:30',
    flag: 'normal',
    title: '收到第三方书面意见，期限恢复',
    note: '白鹭村村民委员会　同意公开方案，不同意公开发放表',
  },
  {
    id: '3',
    day: '9月21日',
    time: '16:05',
    flag: 'paused',
    title: '发出第三方意见征求书，期限暂停',
    note: '周敏　云自然资公开征〔2026〕9号',
  },
  {
    id: '2',
    day: '9月15日',
    time: '10:20',
    flag: 'done',
    title: '检索记录：命中 2 份',
    note: '周敏　局档案室 2019 年征地卷、业务系统',
  },
]
