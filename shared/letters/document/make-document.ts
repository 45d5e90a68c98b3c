import { formatDay } from '../../domain/calendar/civil-date'
import { bodyPages, type BodyPages } from '../booklet/body-pages'
import { gapsOf } from '../booklet/bind'
import type { MadeBooklet } from '../booklet/booklet-model'
import { VALIDITY } from '../booklet/set-catalogue'
import { baseline, paragraph, setBlock, type TableLine } from '../booklet/text-blocks'
import type { LetterFonts } from '../fonts'
import { paragraphsOf } from '../page/clean-text'
import { AREA, SIZE } from '../page/measures'
import type { PageMarks } from '../page/page-marks'
import type { TextStyle } from '../page/sheet'
import { pageWriter } from '../pdf/page-writer'
import { WORDING_VERSION } from '../wording/law'
import type { PrintedDocument } from './document-model'

/**
 * 文件正文 on paper, in the type area and at the measure of GB/T 9704-2012: title, what it is, text, citation, numbered
 * pages with the title at their head. Never refused: a character that no font has is left as a framed cell for the pen.
 */
export async function makeDocument(
  model: PrintedDocument,
  fonts: LetterFonts,
  marks: PageMarks = {},
): Promise<MadeBooklet> {
  const writer = await pageWriter()
  const body = bodyPages({ fonts, writer, marks, booklet: model.office, numbered: String, hasHead: true })
  setTitle(body, model.title)
  body.head(model.title) // from the second page on: over the title itself it would say the same twice
  setBlock(body, { kind: 'table', rows: factsOf(model) })
  setWarnings(body, warningsOf(model))
  setText(body, model.text)
  body.skip(12)
  setBlock(body, { kind: 'table', rows: [...footOf(model), ...gapsIn(body)] })
  const run = body.close()
  const about = {
    title: model.title,
    author: model.issuer ?? model.office,
    subject: `document ${WORDING_VERSION}`,
    date: model.madeOn,
  }
  return { bytes: await writer.bind(run.pages, about), pages: run.pages.length, gaps: gapsOf([run]) }
}

/** 2号小标宋, centred (GB/T 9704-2012 clause 7.3.1). */
const TITLE: TextStyle = { role: 'title', size: SIZE.two }
const TITLE_LEAD = 34

function setTitle(body: BodyPages, title: string): void {
  const set = { width: AREA.width, style: TITLE }
  for (const line of body.ruler.breakText(title, set)) {
    const { sheet, frame, top } = body.place(TITLE_LEAD)
    const left = frame.left + (AREA.width - line.end * TITLE.size) / 2
    sheet.line(line, set, [left, baseline(top, TITLE_LEAD, TITLE.size)])
  }
  body.skip(6)
}

function factsOf(model: PrintedDocument): readonly TableLine[] {
  const { docNo, issuer, documentDate, indexNo, publishedOn, validity } = model
  const rows = [
    { label: '发文字号', text: docNo },
    { label: '发文机关', text: issuer },
    { label: '成文日期', text: documentDate && formatDay(documentDate) },
    { label: '发布日期', text: publishedOn && formatDay(publishedOn) },
    { label: '索引号', text: indexNo },
    { label: '有效性', text: VALIDITY[validity] },
  ]
  return rows.flatMap(({ label, text }) => (text ? [{ label, text }] : []))
}

/** What a reader must know before the first line: it may not be relied on, or not be handed out. */
function warningsOf({ validity, isPublic }: PrintedDocument): readonly string[] {
  const ofValidity = validityWarning[validity]
  return [
    ...(ofValidity ? [ofValidity] : []),
    ...(isPublic ? [] : ['本件未公开，只供本机关内部使用，不得交给查阅人。']),
  ]
}

const validityWarning: Readonly<Partial<Record<PrintedDocument['validity'], string>>> = {
  PARTLY_AMENDED: '本件已经部分修改，修改的内容以修改它的文件为准。',
  REPEALED: '本件已经废止，仅供查考。',
  EXPIRED: '本件已经失效，仅供查考。',
}

const TEXT: TextStyle = { role: 'body', size: SIZE.four }
const WARNING: TextStyle = { role: 'heading', size: SIZE.four }
const LEAD = 25

function setWarnings(body: BodyPages, warnings: readonly string[]): void {
  const set = { width: AREA.width, style: WARNING }
  for (const line of warnings.flatMap(warning => body.ruler.breakText(warning, set))) {
    const { sheet, frame, top } = body.place(LEAD)
    sheet.line(line, set, [frame.left, baseline(top, LEAD, WARNING.size)])
  }
  body.skip(4)
}

function setText(body: BodyPages, text: string): void {
  const paragraphs = paragraphsOf(text).map(each => each.trim())
  if (paragraphs.length === 0) {
    const { sheet, frame, top } = body.place(LEAD)
    return sheet.run('目录里没有录入正文，见附件。', TEXT, [frame.left, baseline(top, LEAD, TEXT.size)])
  }
  for (const each of paragraphs) setBlock(body, paragraph(each))
}

const footOf = ({ citation, office, madeOn }: PrintedDocument): readonly TableLine[] => [
  { label: '引用格式', text: citation },
  { label: '打印', text: `${office}，${formatDay(madeOn)}。按目录录入的正文打印，与原件不一致的，以原件为准。` },
]

/** Characters without a glyph, named on the paper itself so that they are written in. */
function gapsIn({ ruler }: BodyPages): readonly TableLine[] {
  const { missing } = ruler.finish({ title: '', author: '', subject: '', date: '' })
  if (missing.length === 0) return []
  const named = missing.map(character => `U+${character.codePointAt(0)!.toString(16).toUpperCase()}`).join('、')
  return [{ label: '缺字', text: `正文中有字库没有的字（${named}），空格处请手写补上。` }]
}
