import type { BookletModel, CatalogueEntry } from '#shared/letters/booklet/booklet-model'
import type { GuideDetails } from '#shared/domain/booklets/booklet-facts'
import { publishedLawPacks } from '../../law-packs'
import { agency, day } from '../sample-office'

export const guide: GuideDetails = {
  agencyId: agency.agencyId,
  officeHours: '工作日上午8:30—12:00，下午14:30—17:30',
  postcode: '311500',
  fax: '0571-8888 0001',
  website: 'https://www.yunxi.example/zrzy/xxgk',
  email: 'zwgk@yunxi.example',
  onlineForm: 'https://www.yunxi.example/ysqgk',
  readingPlaces: ['云溪县档案馆政府信息查阅点，云溪县文昌路2号', '云溪县图书馆一楼，云溪县人民路66号'],
  overseer: '云溪县人民政府办公室',
  overseerPhone: '0571-8888 0100',
}

export const topics = [
  { code: '01', name: '组织机构', children: [{ code: '0101', name: '机构职能' }] },
  {
    code: '02',
    name: '综合政务',
    children: [
      { code: '0201', name: '政务公开' },
      { code: '0202', name: '政务督查' },
    ],
  },
  { code: '05', name: '国土资源、能源', children: [{ code: '0501', name: '土地' }] },
]

export const model: BookletModel = {
  agency,
  guide,
  topics,
  lawPack: publishedLawPacks()[0]!,
  calendarUntil: 2026,
  madeOn: day('2026-11-26'),
}

/** Documents of three classes, with and without a number; the same for the same count. */
export function entries(count: number): CatalogueEntry[] {
  return Array.from({ length: count }, (_each, n): CatalogueEntry => {
    const year = 2010 + (n % 16)
    const month = String(1 + (n % 12)).padStart(2, '0')
    const classes = ['01', '0201', '0202', '05', '0501'] as const
    return {
      indexNo: `014225972/${year}-${String(n + 1).padStart(5, '0')}`,
      title: `关于第${n + 1}号宗地征地补偿安置方案有关事项的${['通知', '公告', '批复'][n % 3]}`,
      ...(n % 7 === 6 ? {} : { docNo: `云自然资${['发', '函', '公告'][n % 3]}〔${year}〕${n + 1}号` }),
      formedOn: day(`${year}-${month}-0${1 + (n % 9)}`),
      issuer: '云溪县自然资源局',
      ...(n % 11 === 10
        ? {}
        : {
            abstract: `第${n + 1}号宗地位于青石镇白鹭村，方案列明征收范围、补偿标准、安置方式和办理期限。`.repeat(
              1 + (n % 3),
            ),
          }),
      topicClass: classes[n % classes.length]!,
      validity: n % 13 === 12 ? 'REPEALED' : 'VALID',
    }
  })
}
