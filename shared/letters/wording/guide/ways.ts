import type { BookletModel } from '../../booklet/booklet-model'
import { paragraph, type Block, type Chapter, type TableLine } from '../../booklet/text-blocks'

/** 三、主动公开信息的获取方式 (arts. 12(2), 24, 25, 43). */
export function waysChapter({ agency, guide }: BookletModel): Chapter {
  const items = [
    ...(guide?.website ? [`网站：${guide.website}`] : []),
    ...(guide?.readingPlaces ?? []).map(place => `查阅场所：${withoutEnd(place)}。`),
    `公开机构：${agency.contactName}，地址：${agency.address}，电话：${agency.contactPhone}。`,
    '国家档案馆和公共图书馆：本机关及时向其提供主动公开的政府信息（《条例》第二十五条）。',
  ]
  return {
    title: '三、主动公开信息的获取方式',
    blocks: [
      paragraph('主动公开的政府信息，可以通过下列方式获取：'),
      { kind: 'items', items },
      paragraph('申请公开的信息已经主动公开的，本机关告知获取该信息的方式、途径（《条例》第三十六条第一项）。'),
    ],
  }
}

/** 五、政府信息公开工作机构 (art. 12(2)). What an office does not have is said, not left out. */
export function officeChapter(model: BookletModel): Chapter {
  return {
    title: '五、政府信息公开工作机构',
    blocks: [{ kind: 'table', rows: officeRows(model) }, workdaysNote(model)],
  }
}

export function officeRows({ agency, guide }: BookletModel): readonly TableLine[] {
  return [
    { label: '机构名称', text: agency.contactName },
    { label: '所属机关', text: agency.name },
    { label: '办公地址', text: agency.address },
    ...(guide?.postcode ? [{ label: '邮政编码', text: guide.postcode }] : []),
    { label: '办公时间', text: guide?.officeHours ?? '' },
    { label: '联系电话', text: agency.contactPhone },
    { label: '传真号码', text: guide?.fax ?? '未设' },
    ...internetRows(guide),
  ]
}

function internetRows(guide: BookletModel['guide']): readonly TableLine[] {
  return [
    ...(guide?.website ? [{ label: '网址', text: guide.website }] : []),
    ...(guide?.email ? [{ label: '电子邮箱', text: guide.email }] : []),
    ...(guide?.onlineForm ? [{ label: '网上申请', text: guide.onlineForm }] : []),
  ]
}

const workdaysNote = ({ calendarUntil }: BookletModel): Block =>
  paragraph(
    `本指南所称工作日，按国务院办公厅公布的放假安排计算。${
      calendarUntil === null ? '' : `编制本指南时，放假安排已公布至${calendarUntil}年。`
    }`,
  )

export const withoutEnd = (text: string): string => text.trim().replace(/[。．.；;]+$/u, '')
