import { formatDay } from '../../domain/calendar/civil-date'
import type { LetterFonts } from '../fonts'
import type { PageMarks } from '../page/page-marks'
import { pageWriter } from '../pdf/page-writer'
import { bindBooklet, textPages, type Workshop } from './bind'
import type { BodyPages } from './body-pages'
import type { BookletModel, CatalogueEntry, MadeBooklet, TopicOfBooklet } from './booklet-model'
import type { ContentsLine } from './contents'
import { setEntry, setSubclass } from './set-catalogue'
import { setNumberIndex, type NumberedPage } from './set-number-index'
import { setBlock, setChapterTitle, paragraph, type TableLine } from './text-blocks'

export const CATALOGUE_TITLE = '政府信息公开目录'

/** A catalogue on its way: documents come in the order in which they are printed, as many at a time as one likes. */
export interface CatalogueBinding {
  /** In the order of `inCatalogueOrder`; each is laid out, written and let go. */
  readonly add: (entries: readonly CatalogueEntry[]) => void
  readonly finish: () => Promise<MadeBooklet>
}

export interface CatalogueParts {
  readonly model: BookletModel
  readonly fonts: LetterFonts
  readonly marks?: PageMarks
}

export async function bindCatalogue({ model, fonts, marks = {} }: CatalogueParts): Promise<CatalogueBinding> {
  const shop: Workshop = { fonts, marks, writer: await pageWriter() }
  const body = textPages(shop, `${model.agency.name}${CATALOGUE_TITLE}`)
  const contents: ContentsLine[] = []
  const numbers: NumberedPage[] = []
  let count = 0
  let before: CatalogueEntry | null = null

  const add = (entry: CatalogueEntry): void => {
    contents.push(...setHeads(body, model.topics, { entry, before }))
    count += 1
    const page = setEntry(body, entry, count)
    if (entry.docNo) numbers.push({ docNo: entry.docNo, page })
    before = entry
  }
  return {
    add: entries => entries.forEach(add),
    finish: async () => {
      contents.push(...setIndex(body, numbers, count))
      return bindBooklet(shop, model, {
        kind: 'catalogue',
        title: CATALOGUE_TITLE,
        subtitle: `收录政府信息${count}件`,
        imprint: imprintOf(model, count),
        contents,
        body: body.close(),
      })
    },
  }
}

interface Between {
  readonly entry: CatalogueEntry
  readonly before: CatalogueEntry | null
}

/** A class begins on a new page, a sub-class where it comes. */
function setHeads(body: BodyPages, topics: readonly TopicOfBooklet[], { entry, before }: Between): ContentsLine[] {
  const lines: ContentsLine[] = []
  const code = entry.topicClass.slice(0, 2)
  const topic = topics.find(each => each.code === code)
  if (before?.topicClass.slice(0, 2) !== code) {
    body.breakPage()
    const title = `${code}　${topic?.name ?? '未列明的主题'}`
    lines.push({ level: 1, title, page: setChapterTitle(body, title) })
  }
  const child = topic?.children.find(each => each.code === entry.topicClass)
  if (child && before?.topicClass !== entry.topicClass) {
    lines.push({ level: 2, title: child.name, page: setSubclass(body, child.name) })
  }
  return lines
}

function setIndex(body: BodyPages, numbers: readonly NumberedPage[], count: number): ContentsLine[] {
  if (numbers.length === 0) return []
  body.breakPage()
  const page = setChapterTitle(body, INDEX_TITLE)
  const without = count - numbers.length
  setBlock(
    body,
    paragraph(
      `按机关代字、年份、顺序号排列，右侧为所在页码。${without > 0 ? `没有发文字号的${without}件未列入本索引。` : ''}`,
    ),
  )
  body.skip(8)
  setNumberIndex(body, numbers)
  return [{ level: 1, title: INDEX_TITLE, page }]
}

export const INDEX_TITLE = '发文字号索引'

const imprintOf = ({ agency, madeOn }: BookletModel, count: number): readonly TableLine[] => [
  { label: '编制机关', text: agency.name },
  { label: '编制依据', text: '《中华人民共和国政府信息公开条例》（国务院令第711号）第十二条第三款' },
  { label: '收录范围', text: `本机关主动公开的政府信息，截至${formatDay(madeOn)}编目的${count}件。` },
  {
    label: '编排体系',
    text: '按主题分类编排，有子类的分列子类；同一类中按生成日期由近及远排列。每件信息列明索引号、名称、内容概述、生成日期，有发文字号、发文机关的一并列明。',
  },
  { label: '查找方法', text: '知道发文字号的，查书末的发文字号索引；只知道内容的，从目录查主题分类。' },
  { label: '公开机构', text: agency.contactName },
  { label: '办公地址', text: agency.address },
  { label: '联系电话', text: agency.contactPhone },
]
