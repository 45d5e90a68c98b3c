import type { LetterFonts } from '../fonts'
import type { PageMarks } from '../page/page-marks'
import { A4 } from '../page/measures'
import type { PageWriter, WrittenPage } from '../pdf/page-writer'
import { WORDING_VERSION } from '../wording/law'
import { bodyPages, type BodyPages, type PageRun } from './body-pages'
import type { BookletModel, MadeBooklet } from './booklet-model'
import { setContents, type ContentsLine } from './contents'
import { setCover, setImprint } from './cover'
import { romanNumber } from './page-frame'
import type { TableLine } from './text-blocks'

export interface Workshop {
  readonly fonts: LetterFonts
  readonly writer: PageWriter
  readonly marks: PageMarks
}

export interface Binding {
  readonly kind: 'guide' | 'catalogue'
  readonly title: string
  readonly subtitle: string
  readonly imprint: readonly TableLine[]
  readonly contents: readonly ContentsLine[]
  readonly body: PageRun
}

/** The text of a booklet: numbered from 1 on a right page. */
export const textPages = (shop: Workshop, booklet: string): BodyPages =>
  bodyPages({ ...shop, booklet, numbered: String, hasHead: true })

/**
 * Cover, imprint and contents before the text, which begins on a right page; blank pages at the end make the sheets of
 * a booklet whole (four pages a folded sheet).
 */
export async function bindBooklet(shop: Workshop, model: BookletModel, binding: Binding): Promise<MadeBooklet> {
  const { agency, madeOn } = model
  const { title, subtitle } = binding
  const cover = bodyPages({ ...shop, booklet: title, numbered: null, hasHead: false })
  setCover(cover, { agencyName: agency.name, title, subtitle, madeOn })
  cover.breakPage()
  setImprint(cover, binding.imprint)
  const contents = bodyPages({ ...shop, booklet: `${agency.name}${title}`, numbered: romanNumber, hasHead: true })
  contents.head('目录')
  setContents(contents, binding.contents)
  const parts = [cover.close(), evened(shop.writer, contents.close()), binding.body]
  const pages = parts.flatMap(part => part.pages)
  const whole = [...pages, ...blanks(shop.writer, (4 - (pages.length % 4)) % 4)]
  const bytes = await shop.writer.bind(whole, {
    title: `${agency.name}${title}`,
    author: agency.name,
    subject: `${binding.kind} ${WORDING_VERSION}${model.lawPack ? ` ${model.lawPack.id}` : ''}`,
    date: madeOn,
  })
  return { bytes, pages: whole.length, gaps: gapsOf(parts) }
}

function evened(writer: PageWriter, run: PageRun): PageRun {
  return { ...run, pages: [...run.pages, ...blanks(writer, run.pages.length % 2)] }
}

const blanks = (writer: PageWriter, count: number): WrittenPage[] =>
  Array.from({ length: count }, () => writer.write({ size: A4, ops: [] }))

export function gapsOf(parts: readonly PageRun[]): MadeBooklet['gaps'] {
  const gaps: MadeBooklet['gaps'][number][] = []
  let before = 0
  for (const { pages, gaps: own } of parts) {
    for (const { character, at } of own) gaps.push({ character, codePoint: named(character), page: before + at + 1 })
    before += pages.length
  }
  return gaps
}

const named = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
