import type { Agency, AgencyId } from '#shared/domain/agencies/office-facts'
import type { ModelOf } from '#shared/letters/letter-model'
import type { FormModel, PostalAddress } from '#shared/letters/model/form-models'
import { agency, day } from './sample-office'

export const otherAgency: Agency = {
  ...agency,
  agencyId: 'agency-2' as AgencyId,
  name: '云溪县农业农村局',
  code: '云农公开',
  address: '云溪县青石路6号',
  contactName: '局办公室',
  contactPhone: '0571-8888 1111',
}

const requestNo = 'YX-A-2026-0187'
const description = '青石镇白鹭村2019-G-014号宗地征地补偿安置方案及补偿费发放表'
const postalAddress = '云溪县青石镇白鹭村6组18号 310099'

const form: ModelOf<'F01'> = {
  letter: 'F01',
  agency,
  filled: {
    requestNo,
    channel: 'inPerson',
    receivedOn: day('2026-09-08'),
    clerkName: '周敏',
    applicantType: 'naturalPerson',
    applicant: { name: '张㛃䶮', idNumber: '110101190001010014', phone: '138 0000 1234', postalAddress },
    otherApplicants: [{ name: '李喆堃', idNumber: '110101190103070037', phone: '139 0000 5678' }],
    agent: {
      name: '王芳',
      idNumber: '110101190204150021',
      phone: '137 0000 9012',
      as: 'agent',
      authority: '授权委托书（2026年9月1日），代为申请、领取',
    },
    oral: { reason: '年老视力不佳', scribe: '罗小燕', confirmedBy: 'fingerprint', witness: '何立群' },
    description,
    medium: 'paper',
    route: 'collect',
  },
  madeOn: day('2026-09-08'),
}

const posting: ModelOf<'S02'> = {
  letter: 'S02',
  agency,
  requestNo,
  documentTitle: '政府信息公开申请答复书',
  documentNo: '云自然资公开〔2026〕15号',
  addressee: '张㛃䶮',
  postalAddress,
  posted: {
    postOffice: '中国邮政云溪县分公司人民路营业厅',
    mailClass: 'ems',
    trackingNo: '1190012345678',
    mailedOn: day('2026-10-13'),
    deliveredOn: day('2026-10-15'),
    postedBy: '罗小燕',
  },
  madeOn: day('2026-10-16'),
}

const transfer: ModelOf<'S04'> = {
  letter: 'S04',
  agency,
  toAgency: otherAgency,
  requestNo,
  applicantName: '张㛃䶮',
  addressedAs: '你',
  channel: 'inPerson',
  receivedOn: day('2026-09-08'),
  description: '青石镇白鹭村2019年度耕地地力保护补贴发放清册',
  reason: '该信息由云溪县农业农村局在履行职责过程中制作并保存，由其负责公开',
  attachments: ['政府信息公开申请表', '身份证明材料'],
  passedOn: day('2026-09-09'),
}

const approval: ModelOf<'S06'> = {
  letter: 'S06',
  agency,
  requestNo,
  draftNo: 2,
  applicantName: '张㛃䶮',
  receivedOn: day('2026-09-08'),
  due: { dueOn: day('2026-10-16'), certainty: 'final' },
  description,
  searchResult: '检索到征地补偿安置方案1份、补偿费发放表1份',
  decision: 'PARTIAL',
  content: {
    reasons: '发放表载明村民个人账号，公开会损害其个人隐私；方案可以公开。',
    attachments: [{ title: '《青石镇白鹭村2019-G-014号宗地征地补偿安置方案》', pages: 12 }],
    withheld: [{ what: '发放表中的银行账号栏', ground: 'REFUSE_THIRD_PARTY', reason: '涉及村民个人隐私' }],
  },
  drafterName: '周敏',
  submittedOn: day('2026-10-09'),
  madeOn: day('2026-10-09'),
}

const applicantAddress: PostalAddress = { name: '张㛃䶮', address: '云溪县青石镇白鹭村6组18号', postcode: '310099' }

const envelope: ModelOf<'envelope'> = {
  letter: 'envelope',
  size: 'DL',
  agency,
  to: applicantAddress,
  madeOn: day('2026-10-13'),
}

export const manyAddresses = (count: number): PostalAddress[] =>
  Array.from({ length: count }, (_, index) => ({
    name: index % 5 === 3 ? '云溪县白鹭果蔬专业合作社联合社' : `张${'甲乙丙丁戊己庚辛'[index % 8]}`,
    address: `云溪县青石镇白鹭村${index + 1}组${index * 3 + 1}号${index % 4 === 0 ? '原供销社大院东侧二层楼201室' : ''}`,
    ...(index % 3 === 2 ? {} : { postcode: String(310_000 + index) }),
  }))

const labels: ModelOf<'labels'> = {
  letter: 'labels',
  agency,
  labels: manyAddresses(26),
  startAt: 1,
  madeOn: day('2026-10-13'),
}

const visit: ModelOf<'S03'> = {
  letter: 'S03',
  agency,
  visitNo: '20260908-3f2a91c4',
  cameOn: day('2026-09-08'),
  from: '09:12',
  until: '10:47',
  visitor: '张**',
  document: '居民身份证\n110***********0014',
  aim: '国土资源、能源',
  seeks: '白鹭村征地补偿安置方案',
  items: [
    {
      itemNo: 1,
      title: '青石镇白鹭村2019-G-014号宗地征地补偿安置方案',
      indexNo: '014225972/2019-00014',
      kind: '主动公开',
      givenAt: '09:15',
      returned: { at: '10:30', state: '完好' },
    },
    { itemNo: 2, title: '云溪县人民政府公报2019年第4期', kind: '主动公开', givenAt: '09:40', returned: null },
  ],
  copies: '复印 12 页，打印 3 页',
  help: '大字打印',
  result: '查到',
  clerkName: '周敏',
  madeOn: day('2026-09-08'),
}

const certificate: ModelOf<'archivesCertificate'> = {
  letter: 'archivesCertificate',
  agency,
  certificateNo: '云公开档〔2026〕3号',
  applicantName: '张㛃䶮',
  document: '居民身份证\n110***********0014',
  relation: '本人',
  about: '张㛃䶮',
  kind: '婚姻登记档案',
  archivalCode: 'J123-1987-004-0216',
  content: '1987年10月1日，张㛃䶮与李喆堃在云溪县青石镇人民政府登记结婚，结婚证字号青结字第216号。',
  pages: 2,
  usedFor: '办理不动产转移登记',
  clerkName: '周敏',
  certifiedOn: day('2026-09-08'),
}

export const sampleForms: { readonly [K in FormModel['letter']]: ModelOf<K> } = {
  F01: form,
  S02: posting,
  S04: transfer,
  S06: approval,
  envelope,
  labels,
  S03: visit,
  archivesCertificate: certificate,
}
