import { statutoryTerms } from '../../../domain/clocks/statutory-terms'
import type { BookletModel } from '../../booklet/booklet-model'
import { paragraph, section, type Block, type Chapter } from '../../booklet/text-blocks'

const { reply, replyExtended, supplementNotice, thirdPartyOpinion, coAgencyOpinion, feePayment } = statutoryTerms

/** 四、申请公开政府信息 (arts. 27-43; reference 2, 3, 6). */
export const applyingChapter = (model: BookletModel): Chapter => ({
  title: '四、申请公开政府信息',
  blocks: [
    ...who,
    ...channels(model),
    ...contents,
    ...receipt,
    ...supplement,
    ...terms,
    ...answers,
    ...fees,
    ...otherMatters,
  ],
})

const who: readonly Block[] = [
  section('（一）谁可以申请'),
  paragraph('公民、法人和其他组织都可以向本机关申请获取政府信息（《条例》第二十七条），不要求说明用途。'),
]

/** In person and by post may never be refused; the others are open only where this guide says so (国办公开办函〔2017〕19号). */
function channels(model: BookletModel): readonly Block[] {
  return [
    section('（二）申请渠道'),
    paragraph('申请向本机关的政府信息公开工作机构提出（《条例》第二十九条），可以选用下列渠道：'),
    { kind: 'items', items: channelItems(model) },
  ]
}

/** Also on the leaflet. */
export function channelItems({ agency, guide }: Pick<BookletModel, 'agency' | 'guide'>): readonly string[] {
  const { officeHours, postcode, fax, email, onlineForm } = guide ?? {}
  const given = (text: string | undefined, sentence: (text: string) => string) => (text ? sentence(text) : '')
  const place = `${agency.address}，${agency.contactName}`
  return [
    `当面提交：${place}${given(officeHours, text => `，办公时间：${text}`)}。`,
    `邮寄提交：${place}收${given(postcode, text => `，邮政编码：${text}`)}。请在信封上注明“政府信息公开申请”。`,
    given(fax, text => `传真提交：${text}。`),
    given(email, text => `电子邮件提交：${text}。`),
    given(onlineForm, text => `网上提交：${text}。`),
  ].filter(item => item !== '')
}

const contents: readonly Block[] = [
  section('（三）申请的内容和形式'),
  paragraph(
    '申请应当采用包括信件、数据电文在内的书面形式；采用书面形式确有困难的，可以口头提出，由受理申请的公开工作机构代为填写（《条例》第二十九条）。',
  ),
  paragraph('申请应当包括下列内容（《条例》第二十九条）：'),
  {
    kind: 'items',
    items: [
      '申请人的姓名或者名称、身份证明、联系方式；',
      '申请公开的政府信息的名称、文号，或者便于查询的其他特征性描述；',
      '申请公开的政府信息的形式要求，包括获取信息的方式、途径。',
    ],
  },
  paragraph('申请表可以在公开工作机构领取。'),
]

const receipt: readonly Block[] = [
  section('（四）收到申请的时间'),
  paragraph('收到申请的时间按下列规定确定（《条例》第三十一条）：'),
  {
    kind: 'items',
    items: [
      '当面提交的，以提交之日为收到之日；',
      '以邮寄方式提交的，以本机关签收之日为收到之日；以平常信函等无需签收的邮寄方式提交的，公开工作机构在收到申请的当日与申请人确认，确认之日为收到之日；',
      '通过互联网渠道或者公开工作机构的传真提交的，以双方确认之日为收到之日。',
    ],
  },
]

const supplement: readonly Block[] = [
  section('（五）补正'),
  paragraph(
    `申请内容不明确的，本机关给予指导和释明，并自收到申请之日起${supplementNotice.workingDays}个工作日内一次性告知申请人作出补正，说明需要补正的事项和合理的补正期限。答复期限自收到补正的申请之日起计算。申请人无正当理由逾期不补正的，视为放弃申请，本机关不再处理（《条例》第三十条）。`,
  ),
]

const terms: readonly Block[] = [
  section('（六）答复期限'),
  paragraph('收到申请，能够当场答复的，当场答复（《条例》第三十三条第一款）。'),
  paragraph(
    `不能当场答复的，自收到申请之日起${reply.workingDays}个工作日内答复；需要延长答复期限的，经公开工作机构负责人同意并告知申请人，延长的期限最长不超过${replyExtended.workingDays - reply.workingDays}个工作日（《条例》第三十三条第二款）。`,
  ),
  paragraph('征求第三方和其他机关意见所需时间不计算在上述期限内（《条例》第三十三条第三款）。'),
  paragraph(
    `公开会损害第三方合法权益的，本机关书面征求第三方的意见，第三方自收到征求意见书之日起${thirdPartyOpinion.workingDays}个工作日内提出意见；逾期未提出的，由本机关依照《条例》决定是否公开（《条例》第三十二条）。由其他机关共同制作的，征求其意见，被征求意见的机关自收到之日起${coAgencyOpinion.workingDays}个工作日内提出，逾期未提出的视为同意公开（《条例》第三十四条）。`,
  ),
  paragraph('计算期限，不计收到申请的当日，自次日起算，只计工作日。'),
]

/** Arts. 35, 36, 38-40 (reference 2.2, 2.6, 5.1). */
const answers: readonly Block[] = [
  section('（七）答复和提供'),
  paragraph(
    '本机关根据《条例》第三十六条至第三十九条，区别情况书面答复：已经主动公开的，告知获取的方式、途径；可以公开的，提供该信息，或者告知获取的方式、途径和时间；决定不予公开的，告知并说明理由；经检索没有的，告知该信息不存在；不属于本机关负责公开的，告知并说明理由，能够确定负责公开的机关的，告知其名称和联系方式；已经答复过又重复申请同一信息的，告知不予重复处理；法律、行政法规对获取工商、不动产登记资料等另有规定的，告知依照其规定办理。',
  ),
  paragraph('本机关提供已制作或者获取的信息；需要加工、分析的，可以不予提供（《条例》第三十八条）。'),
  paragraph(
    '以申请的形式进行信访、投诉、举报等活动的，告知不作为政府信息公开申请处理，并可以告知相应渠道；要求提供政府公报、报刊、书籍等公开出版物的，告知获取的途径（《条例》第三十九条）。',
  ),
  paragraph(
    '申请的数量、频次明显超过合理范围的，本机关可以要求说明理由；理由不合理的，告知不予处理；理由合理但不能在规定期限内答复的，可以确定延迟答复的合理期限并告知（《条例》第三十五条）。',
  ),
  paragraph(
    '本机关按申请人要求的形式提供；可能危及载体安全或者成本过高的，以电子数据或者其他适当形式提供，或者安排查阅、抄录（《条例》第四十条）。',
  ),
]

/** Reference 6: 国办函〔2020〕109号. "May", not "must". */
const fees: readonly Block[] = [
  section('（八）费用'),
  paragraph('提供政府信息不收取费用；申请的数量、频次明显超过合理范围的，可以收取信息处理费（《条例》第四十二条）。'),
  paragraph(
    '收取的，按照国务院办公厅国办函〔2020〕109号规定的标准，对一件申请在按件、按量两种方式中选用一种，超额累进计算：',
  ),
  {
    kind: 'table',
    rows: [
      {
        label: '按件计收',
        text: '同一申请人一个自然月内：10件以下（含10件）不收；11至30件（含30件），每件100元；31件以上，每增10件为一档，每件收费标准提高100元。',
      },
      {
        label: '按量计收',
        text: '一件申请的A4及以下幅面页数：30页以下（含30页）不收；31至100页（含100页），每页10元；101至200页（含200页），每页20元；201页以上，每页40元。',
      },
    ],
  },
  paragraph(
    `决定收费的，本机关在办理期限内发出收费通知，说明依据、标准、数额和缴纳方式。申请人自收到通知次日起${feePayment.workingDays}个工作日内缴纳；逾期未缴纳的，视为放弃申请。`,
  ),
]

const otherMatters: readonly Block[] = [
  section('（九）更正和便民'),
  paragraph(
    '有证据证明本机关提供的与自身相关的政府信息记录不准确的，可以要求更正；有权更正的，予以更正并告知；不属于本机关职能范围的，转送有权更正的机关处理并告知，或者告知向有权更正的机关提出（《条例》第四十一条）。',
  ),
  paragraph('申请人存在阅读困难或者视听障碍的，本机关提供必要的帮助（《条例》第四十三条）。'),
]
