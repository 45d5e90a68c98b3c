import { useState } from 'react'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { Act } from '../../ui/acts/act'
import { DateField } from '../../ui/date-field/date-field'
import type { DayNature } from '../../ui/date-field/date-panel'
import { DueDateFigure } from '../../ui/due-date-strip/due-date-figure'
import { CheckBox } from '../../ui/fields/check-box'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { PasswordField } from '../../ui/fields/password-field'
import { SelectField } from '../../ui/fields/select-field'
import { TextArea } from '../../ui/fields/text-area'
import { TextField } from '../../ui/fields/text-field'
import { Sheet } from '../../ui/sheets/sheet'
import { PageHead } from '../../ui/shell/page-head'
import { sampleDueDate } from './sample-due-dates'

const TODAY = '2026-10-13' as CivilDate

export function FormPage() {
  const [kind, setKind] = useState<'person' | 'company' | 'lawFirm' | 'other'>('person')
  const [paper, setPaper] = useState<'idCard' | 'passport'>('idCard')
  const [form, setForm] = useState<'paper' | 'electronic' | 'onSite'>('paper')
  const [how, setHow] = useState<'open' | 'part' | 'refuse' | 'none' | null>('part')
  const [words, setWords] = useState('县第二中学新校区项目的建设用地批准书，以及批准书所附的四至坐标图。')
  const [text, setText] = useState('吴丽娟')
  const [seen, setSeen] = useState(false)
  const [agent, setAgent] = useState(true)
  const [receivedOn, setReceivedOn] = useState<CivilDate | null>(TODAY)
  const [password, setPassword] = useState('correct horse')
  return (
    <>
      <PageHead
        title="登记申请"
        notes="登记号将为 YX-A-2026-0207　草稿 09:41 已自动保存"
        acts={<Act showsKeys="Esc">放下，存草稿</Act>}
      />
      <div className="gallery-form">
        <div className="gallery-stack">
          <Sheet step={1} title="谁来申请">
            <div className="gallery-fields">
              <div className="gallery-whole">
                <ChoiceGroup label="申请人类别" choices={KINDS} value={kind} onChange={setKind} />
              </div>
              <TextField label="姓名" value={text} onChange={setText} />
              <SelectField label="证件" choices={PAPERS} value={paper} onChange={setPaper} />
              <TextField
                label="证件号码"
                value="110101 19000101 0010"
                onChange={() => undefined}
                after="可刷卡"
                error="末位校验不符：按前 17 位应为 4。请核对原件后重输，或再刷一次卡。"
              />
              <TextField
                label="联系电话"
                optional
                inputMode="tel"
                value=""
                onChange={() => undefined}
                placeholder="139 0000 0182"
              />
              <CheckBox checked={seen} onChange={setSeen}>
                已看到原件，人证一致
              </CheckBox>
              <CheckBox checked={agent} onChange={setAgent} note="须交授权委托书">
                有代理人
              </CheckBox>
            </div>
          </Sheet>
          <Sheet step={2} title="要什么">
            <TextArea
              label="名称、文号或其他特征描述"
              value={words}
              onChange={setWords}
              hint="写得越具体，查得越快。"
            />
            <ChoiceGroup label="形式" look="inline" choices={FORMS} value={form} onChange={setForm} />
          </Sheet>
          <Sheet step={3} title="怎么来的">
            <div className="gallery-fields">
              <DateField
                label="收到之日"
                value={receivedOn}
                onChange={setReceivedOn}
                today={TODAY}
                latestOn={TODAY}
                natureOf={natureOf}
                hint="可输 1012、10.12、今天、-3"
              />
              <PasswordField label="密码" value={password} onChange={setPassword} />
            </div>
          </Sheet>
          <Sheet title="涉及第三方合法权益，怎么处理">
            <ChoiceGroup labelUnseen label="处理方式" look="list" choices={WAYS} value={how} onChange={setHow} />
          </Sheet>
        </div>
        <div className="gallery-stack">
          <Sheet title="答复期限">
            <DueDateFigure
              due={sampleDueDate('2026-10-13', 20)}
              today={TODAY}
              note="条例第三十一条第一项、第三十三条第二款"
            />
          </Sheet>
          <Act look="primary" size="large" wide keys="Ctrl+Enter" disabledBecause="还差 2 项：证件号码、看原件">
            登记并打印回执
          </Act>
          <Act look="primary" size="large" wide busy>
            正在写入账本
          </Act>
          <div className="gallery-row">
            <Act size="small">并入那一件</Act>
            <Act size="small" look="quiet">
              仍要新登记
            </Act>
            <Act size="small" look="danger" icon="close">
              作废
            </Act>
          </div>
        </div>
      </div>
    </>
  )
}

const KINDS = [
  { value: 'person', label: '自然人' },
  { value: 'company', label: '商业企业' },
  { value: 'lawFirm', label: '法律服务机构' },
  { value: 'other', label: '其他' },
] as const
const PAPERS = [
  { value: 'idCard', label: '居民身份证' },
  { value: 'passport', label: '护照' },
] as const
const FORMS = [
  { value: 'paper', label: '纸质' },
  { value: 'electronic', label: '电子' },
  { value: 'onSite', label: '现场查阅抄录' },
] as const
const WAYS = [
  {
    value: 'open',
    label: '全部公开',
    note: '第三方同意，或不公开会对公共利益造成重大影响。需记录理由。',
    keys: 'Alt+1',
  },
  {
    value: 'part',
    label: '区分处理，部分公开',
    note: '方案全文公开；发放表遮盖姓名、账号、住址后公开。',
    keys: 'Alt+2',
  },
  { value: 'refuse', label: '不予公开', note: '第三方不同意且有合理理由，不能区分处理。', keys: 'Alt+3' },
  { value: 'none', label: '信息不存在', disabledBecause: '9月15日 检索记录命中 2 份。' },
] as const

function natureOf(on: CivilDate): DayNature {
  if (on >= '2026-10-01' && on <= '2026-10-07') return { kind: 'holiday', holiday: '国庆节' }
  if (on === '2026-10-10' || on === '2026-09-20') return { kind: 'makeUp' }
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay()
  return { kind: weekday === 0 || weekday === 6 ? 'weekend' : 'workday' }
}
