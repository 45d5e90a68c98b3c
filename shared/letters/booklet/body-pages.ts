import type { LetterFonts } from '../fonts'
import type { PageMarks } from '../page/page-marks'
import { markPages } from '../page/page-marks'
import type { ComposedLetter } from '../page/page-ops'
import { createSheet, type Sheet } from '../page/sheet'
import type { PageWriter, WrittenPage } from '../pdf/page-writer'
import { drawFolio, drawRunningHead, frameOf, isRight, type Frame, type RunningHead } from './page-frame'

/** Where something may be drawn now. */
export interface Spot {
  readonly sheet: Sheet
  readonly frame: Frame
  /** Upper edge, pt. */
  readonly top: number
  /** As printed at its foot. */
  readonly page: number
}

/** A character without a glyph, on a page of this run. */
export interface RunGap {
  readonly character: string
  /** Index into `pages` of the run. */
  readonly at: number
}

export interface PageRun {
  readonly pages: readonly WrittenPage[]
  readonly gaps: readonly RunGap[]
}

/** Pages of one run of numbers, each written and let go as soon as it is full. */
export interface BodyPages {
  /** Room for `height` pt: here, else at the top of the next page. */
  readonly place: (height: number) => Spot
  /** pt left on this page. */
  readonly room: () => number
  /** White space, not carried over to a next page. */
  readonly skip: (height: number) => void
  /** What the heads of the pages from here on say; a page takes that of its first line. */
  readonly head: (chapter: string) => void
  /** From here on a new page, a right one where asked. */
  readonly breakPage: (side?: 'right') => void
  /** The number on the page that is open. */
  readonly page: () => number
  /** Measures and breaks lines; nothing is drawn on it. */
  readonly ruler: Sheet
  readonly close: () => PageRun
}

export interface BodyParts {
  readonly fonts: LetterFonts
  readonly writer: PageWriter
  readonly marks: PageMarks
  readonly booklet: string
  /** How numbers stand at the foot; null leaves them out. */
  readonly numbered: ((page: number) => string) | null
  /** Pages of a cover have no head. */
  readonly hasHead: boolean
}

export function bodyPages(parts: BodyParts): BodyPages {
  const pages: WrittenPage[] = []
  const gaps: RunGap[] = []
  let sheet = createSheet(parts.fonts)
  let top = frameOf(1).top
  let isUsed = false
  let head: RunningHead = { booklet: parts.booklet, chapter: parts.booklet }
  let headOfPage = head

  const page = () => pages.length + 1
  const write = (): void => {
    if (isUsed) {
      if (parts.hasHead) drawRunningHead(sheet, page(), headOfPage)
      if (parts.numbered) drawFolio(sheet, page(), parts.numbered(page()))
    }
    const done = finished(sheet, parts)
    for (const { character } of done.gaps) gaps.push({ character, at: pages.length })
    pages.push(parts.writer.write(done.pages[0]!))
  }
  const next = (): void => {
    write()
    sheet = createSheet(parts.fonts)
    top = frameOf(page()).top
    isUsed = false
    headOfPage = head
  }
  const room = () => top - frameOf(page()).bottom

  return {
    page,
    room,
    ruler: createSheet(parts.fonts),
    place: height => {
      if (height > room() + 0.01 && isUsed) next()
      if (!isUsed) headOfPage = head
      isUsed = true
      const spot = { sheet, frame: frameOf(page()), top, page: page() }
      top -= height
      return spot
    },
    skip: height => {
      if (isUsed) top -= height
    },
    head: chapter => void (head = { ...head, chapter }),
    breakPage: side => {
      if (isUsed) next()
      if (side && !isRight(page())) next()
    },
    close: () => {
      if (isUsed) write()
      return { pages, gaps }
    },
  }
}

const nothing = { title: '', author: '', subject: '', date: '' }

const finished = (sheet: Sheet, { fonts, marks }: BodyParts): ComposedLetter =>
  markPages(sheet.finish(nothing), fonts, marks)
