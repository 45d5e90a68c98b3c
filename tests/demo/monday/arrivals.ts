import { expect } from '@playwright/test'
import { chooseByArrow, tickBox } from '../hands/choose'
import type { Hands } from '../hands/hands'
import { chooseApplicantType, chooseChannel, openForm } from '../hands/intake-pages'
import {
  actingPerson,
  addresses,
  agent,
  email,
  mail,
  representative,
  saturday,
  visitors,
  type Visitor,
  type VisitorKind,
} from './visitors'

/** From F2 to a form that can be sent: what each kind of visitor brings. */
export const arrive: Readonly<Record<VisitorKind, (hands: Hands) => Promise<void>>> = {
  async oral(hands) {
    await atTheCounter(hands, visitors.oral)
    await tickBox(hands, /^口头申请，由窗口代为填写/)
    await hands.fillNext('不能书面申请的原因', '视力障碍')
    await hands.tabTo(hands.page.getByRole('radio', { name: '签名' }))
    await chooseByArrow(hands, hands.page.getByRole('radio', { name: '按指印' }))
  },
  async agent(hands) {
    await atTheCounter(hands, visitors.agent)
    await hands.press('Alt+g')
    await hands.type(agent.name)
    await hands.fillNext('代理人证件号码', agent.idNumber)
    await hands.fillNext('代理人联系电话', agent.phone)
    await hands.fillNext('授权委托书', '2026年9月12日，代为提出申请、领取答复和信息')
  },
  async organisation(hands) {
    const { name, idNumber, phone, asked } = visitors.organisation
    await openForm(hands)
    await chooseApplicantType(hands, '商业企业')
    await hands.fillNext('单位全称', name)
    await hands.fillNext('统一社会信用代码', idNumber)
    await hands.fillNext('联系电话', phone)
    await hands.fillNext('法定代表人或负责人', representative)
    await hands.fillNext('经办人姓名', actingPerson.name)
    await hands.fillNext('经办人证件号码', actingPerson.idNumber)
    await tickBox(hands, '已看到原件，人证一致')
    await hands.fillNext('名称、文号或其他特征描述', asked)
    await chooseObtaining(hands, { medium: '电子', route: '电子邮件' })
    await hands.fillNext('电子邮箱', email)
  },
  async post(hands) {
    const { name, idNumber, phone, asked } = visitors.post
    await openForm(hands)
    await hands.fillNext('姓名', name)
    await hands.fillNext('居民身份证号码', idNumber)
    await hands.fillNext('联系电话', phone)
    await chooseChannel(hands, '邮寄（签收）')
    const signedOn = hands.page.getByRole('combobox', { name: '签收之日' })
    await hands.tabTo(signedOn)
    await hands.press('Control+a')
    await hands.type(saturday)
    await hands.fillNext('邮件号', mail.in)
    await hands.fillNext('签收人', '收发室 周阿毛')
    await hands.fillNext('名称、文号或其他特征描述', asked)
    await chooseObtaining(hands, { route: '邮寄' })
    await hands.fillNext('邮寄地址', addresses.post)
  },
  partial: hands => atTheCounter(hands, visitors.partial),
  refusal: hands => atTheCounter(hands, visitors.refusal),
  async notOurs(hands) {
    await atTheCounter(hands, visitors.notOurs)
    await chooseObtaining(hands, { route: '邮寄' })
    await hands.fillNext('邮寄地址', addresses.notOurs)
  },
  async repeat(hands) {
    await atTheCounter(hands, visitors.repeat)
    await expect(hands.page.getByText(/YX-A-2026-\d{4}，已送达，相似 \d+%/)).toBeVisible()
  },
}

async function atTheCounter(hands: Hands, { name, idNumber, phone, asked }: Visitor) {
  await openForm(hands)
  await hands.fillNext('姓名', name)
  await hands.fillNext('居民身份证号码', idNumber)
  await hands.fillNext('联系电话', phone)
  await tickBox(hands, '已看到原件，人证一致')
  await hands.fillNext('名称、文号或其他特征描述', asked)
}

async function chooseObtaining(hands: Hands, { medium, route }: { medium?: string; route: string }) {
  const radio = (group: string, name: string) =>
    hands.page.getByRole('group', { name: group }).getByRole('radio', { name, exact: true })
  if (medium) {
    await hands.tabTo(radio('形式', '纸质'))
    await chooseByArrow(hands, radio('形式', medium))
  }
  await hands.tabTo(radio('取得途径', '自取'))
  await chooseByArrow(hands, radio('取得途径', route))
}
