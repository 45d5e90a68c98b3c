import type { Agency, AgencyId } from '#shared/domain/agencies/office-facts'
import type { CivilDate } from '#shared/domain/calendar/civil-date'

export const day = (text: string): CivilDate => text as CivilDate

export const agency: Agency = {
  agencyId: 'agency-1' as AgencyId,
  name: '云溪县自然资源局',
  code: '云自然资公开',
  address: '云溪县人民路18号',
  contactName: '局政务公开科',
  contactPhone: '0571-8888 0000',
  reconsiderationBody: { name: '云溪县人民政府', address: '云溪县府前街1号' },
  court: { name: '云溪县人民法院', address: '云溪县法院路6号' },
}

export const request = {
  agency,
  requestNo: 'YX-A-2026-0187',
  channel: 'inPerson',
  applicantName: '张㛃䶮',
  receivedOn: day('2026-09-08'),
  description: '青石镇白鹭村2019-G-014号宗地征地补偿安置方案及补偿费发放表',
} as const

export const search = {
  searchedOn: day('2026-09-15'),
  searcherName: '周敏',
  places: ['局综合档案室', '自然资源业务管理系统'],
  words: ['白鹭村', '2019-G-014', '补偿安置方案'],
  unitsAsked: ['耕地保护科', '青石镇自然资源所'],
  periodFrom: '2018-01',
  periodTo: '2021-12',
} as const
