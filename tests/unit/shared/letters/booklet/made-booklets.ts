import { inCatalogueOrder } from '#shared/letters/booklet/catalogue-order'
import { bindCatalogue } from '#shared/letters/booklet/make-catalogue'
import { makeGuide } from '#shared/letters/booklet/make-guide'
import { makeLeaflet } from '#shared/letters/booklet/make-leaflet'
import type { BookletModel, MadeBooklet } from '#shared/letters/booklet/booklet-model'
import { testFonts } from '../../../../support/pdf/font-files'
import { extractText } from '../../../../support/pdf/pdfium'
import { bare } from '../made-letter'
import { entries, model } from './sample-booklets'

export const guideOf = async (given: BookletModel = model): Promise<MadeBooklet> => {
  const made = await makeGuide(given, testFonts())
  if (!made.ok) throw new Error(made.problem.element)
  return made.value
}
export const leafletOf = async (given: BookletModel = model): Promise<MadeBooklet> => {
  const made = await makeLeaflet(given, testFonts())
  if (!made.ok) throw new Error(made.problem.element)
  return made.value
}
export const catalogueOf = async (count: number, slice = count): Promise<MadeBooklet> => {
  const binding = await bindCatalogue({ model, fonts: testFonts() })
  const all = inCatalogueOrder(entries(count))
  for (let from = 0; from < count; from += slice) binding.add(all.slice(from, from + slice))
  return binding.finish()
}
export const pagesOf = async ({ bytes }: MadeBooklet) => (await extractText(bytes)).map(bare)

/** Physical page (from 0) on which the text begins, and what its foot says. */
export const firstOfText = (pages: readonly string[]) => pages.findIndex(page => page.includes('—1—'))

/** The lines of the contents as they are read: title and page. */
export function contentsOf(pages: readonly string[]): readonly { title: string; page: number }[] {
  const text = pages
    .slice(2, firstOfText(pages))
    .map(page => page.replace(/^目录|目录—[IVX]+—$/gu, ''))
    .join('')
  return [...text.matchAll(/(\D+?|\d{2}\D+?)(\d{1,3})(?=\D|\d{2}\D|$)/gu)].map(([, title, page]) => ({
    title: title!,
    page: Number(page),
  }))
}
