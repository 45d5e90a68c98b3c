import { formatDay } from '../../domain/calendar/civil-date'
import { missingInBooklet } from '../../domain/booklets/booklet-elements'
import { err, ok, type Result } from '../../kernel/result'
import type { LetterFonts } from '../fonts'
import type { PageMarks } from '../page/page-marks'
import { pageWriter } from '../pdf/page-writer'
import { applyingChapter } from '../wording/guide/applying'
import { arrangementChapter, classesChapter, foreword } from '../wording/guide/classes'
import { remediesChapter } from '../wording/guide/remedies'
import { officeChapter, waysChapter } from '../wording/guide/ways'
import { bindBooklet, textPages, type Workshop } from './bind'
import type { BookletModel, MadeBooklet } from './booklet-model'
import type { BookletProblem } from './booklet-problem'
import type { ContentsLine } from './contents'
import { setBlock, setChapterTitle, type Chapter, type TableLine } from './text-blocks'

export const GUIDE_TITLE = '政府信息公开指南'

/** 指南 as a PDF; refused where it lacks an element of art. 12(2). The same model and fonts give the same bytes. */
export async function makeGuide(
  model: BookletModel,
  fonts: LetterFonts,
  marks: PageMarks = {},
): Promise<Result<MadeBooklet, BookletProblem>> {
  const [element] = missingInBooklet('guide', { ...model, guide: model.guide, documents: 0 })
  if (element) return err({ kind: 'bookletElementMissing', booklet: 'guide', element })
  const shop: Workshop = { fonts, marks, writer: await pageWriter() }
  const body = textPages(shop, `${model.agency.name}${GUIDE_TITLE}`)
  const contents = chaptersOf(model).flatMap((chapter): ContentsLine[] => {
    const page = setChapterTitle(body, chapter.title)
    const sections = chapter.blocks.flatMap((block): ContentsLine[] => {
      const at = setBlock(body, block)
      return block.kind === 'section' ? [{ level: 2, title: block.text, page: at }] : []
    })
    return [{ level: 1, title: chapter.title, page }, ...sections]
  })
  return ok(
    await bindBooklet(shop, model, {
      kind: 'guide',
      title: GUIDE_TITLE,
      subtitle: `${formatDay(model.madeOn).replace(/\d+日$/u, '')}版`,
      imprint: imprintOf(model),
      contents,
      body: body.close(),
    }),
  )
}

export const chaptersOf = (model: BookletModel): readonly Chapter[] => [
  foreword(model),
  classesChapter(),
  arrangementChapter(model),
  waysChapter(model),
  applyingChapter(model),
  officeChapter(model),
  remediesChapter(model),
]

const imprintOf = ({ agency, madeOn, lawPack, calendarUntil }: BookletModel): readonly TableLine[] => [
  { label: '编制机关', text: agency.name },
  { label: '编制依据', text: '《中华人民共和国政府信息公开条例》（国务院令第711号）第十二条第二款' },
  { label: '编制日期', text: formatDay(madeOn) },
  {
    label: '救济依据',
    text: (lawPack?.sources ?? []).map(({ title, articles }) => `${title}：${articles}`).join('\n'),
  },
  ...(calendarUntil === null ? [] : [{ label: '工作日', text: `放假安排已公布至${calendarUntil}年` }]),
]
