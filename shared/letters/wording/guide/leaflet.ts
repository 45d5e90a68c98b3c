import { statutoryTerms } from '../../../domain/clocks/statutory-terms'
import type { BookletModel } from '../../booklet/booklet-model'
import { channelItems } from './applying'
import { remedySentences } from './remedies'
import { officeRows, withoutEnd } from './ways'

/** One part of the leaflet: what a visitor asks, and the answer in short lines. */
export interface LeafletPart {
  readonly heading: string
  readonly lines: readonly string[]
}

export const LEAFLET_TITLE = '怎样申请公开政府信息'

const { reply, replyExtended, supplementNotice, feePayment } = statutoryTerms

/** The guide in short, for the counter. Every term with its article; bodies and addresses as the agency has them. */
export const leafletParts = (model: BookletModel): readonly LeafletPart[] => [
  { heading: '先查，再申请', lines: [`已经主动公开的信息，可以直接查阅：${placesOf(model)}。`] },
  {
    heading: '谁可以申请',
    lines: ['公民、法人和其他组织都可以申请，不要求说明用途（《条例》第二十七条）。'],
  },
  {
    heading: '写明三项内容',
    lines: [
      '1．姓名或者名称、身份证明、联系方式；',
      '2．要公开的信息的名称、文号，或者便于查询的其他特征性描述；',
      '3．以什么形式、方式、途径获取。',
      '采用书面形式确有困难的，可以口头提出，由工作人员代为填写（《条例》第二十九条）。',
    ],
  },
  { heading: '向哪里提交', lines: channelItems(model) },
  {
    heading: '多久答复',
    lines: [
      `能够当场答复的当场答复；不能的，自收到申请之日起${reply.workingDays}个工作日内答复；经公开工作机构负责人同意并告知申请人，可以延长，最长不超过${replyExtended.workingDays - reply.workingDays}个工作日（《条例》第三十三条）。`,
      `内容不明确的，${supplementNotice.workingDays}个工作日内一次性告知补正，答复期限自收到补正的申请之日起计算（《条例》第三十条）。`,
      '征求第三方和其他机关意见所需时间不计算在答复期限内（《条例》第三十三条第三款）。',
    ],
  },
  {
    heading: '收不收费',
    lines: [
      `不收费。申请的数量、频次明显超过合理范围的，可以收取信息处理费（《条例》第四十二条、国办函〔2020〕109号）；收费的另行书面通知，自收到通知次日起${feePayment.workingDays}个工作日内缴纳。`,
    ],
  },
  {
    heading: '到期没有答复',
    lines: [
      `可以查询，电话：${model.agency.contactPhone}；可以投诉、举报；也可以申请行政复议（《行政复议法》第二十三条第一款第三项），复议机关和法院见下。`,
    ],
  },
  {
    heading: '不服怎么办',
    lines: remedySentences(model),
  },
  {
    heading: '投诉和举报',
    lines: [
      `${model.guide?.overseer ?? ''}，电话：${model.guide?.overseerPhone ?? ''}（《条例》第四十七条、第五十一条）。`,
    ],
  },
  {
    heading: '需要帮助',
    lines: ['有阅读困难或者视听障碍的，请告知工作人员，本机关提供必要的帮助（《条例》第四十三条）。'],
  },
]

function placesOf({ guide }: BookletModel): string {
  const places = [...(guide?.website ? [guide.website] : []), ...(guide?.readingPlaces ?? []).map(withoutEnd)]
  return places.join('；')
}

/** At the foot: where the office is, on few lines. */
export const leafletFoot = (model: BookletModel): readonly string[] =>
  officeRows(model)
    .filter(({ label }) => label !== '所属机关')
    .map(({ label, text }) => `${label}：${text}`)

export const LEAFLET_LAW = '《条例》指《中华人民共和国政府信息公开条例》（国务院令第711号）。'
