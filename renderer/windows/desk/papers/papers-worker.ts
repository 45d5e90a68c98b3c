import bodyFont from '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf?url'
import titleFont from '@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf?url'
import headingFont from '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf?url'
import { loadLetterFonts, type LetterFonts } from '#shared/letters/fonts'
import { ok } from '#shared/kernel/result'
import { makeTable } from '#shared/letters/make-table'
import { makeLetter } from '#shared/letters/make-letter'
import { drawPages } from './draw-pages'
import type { PapersNews, PapersOrder } from './papers-messages'

/** Letters are laid out and drawn away from the window's thread: parsing 40 MB of fonts would freeze a keystroke. */
const tell = (news: PapersNews): void => self.postMessage(news)

let fonts: Promise<LetterFonts> | null = null

self.onmessage = ({ data }: MessageEvent<PapersOrder>) => {
  answer(data).then(tell, (cause: unknown) =>
    tell({ id: data.id, kind: 'broken', why: cause instanceof Error ? cause.name : 'unknown' }),
  )
}

async function answer(order: PapersOrder): Promise<PapersNews> {
  if (order.kind === 'draw') return { id: order.id, kind: 'drawn', images: await drawPages(order.bytes, order) }
  if (order.kind === 'tabulate') {
    const made = await makeTable(order.table, await (fonts ??= fetchFonts()))
    return { id: order.id, kind: 'made', result: ok(made) }
  }
  const result = await makeLetter(order.model, await (fonts ??= fetchFonts()))
  return { id: order.id, kind: 'made', result }
}

async function fetchFonts(): Promise<LetterFonts> {
  const [body, title, heading] = await Promise.all([bodyFont, titleFont, headingFont].map(fetchBytes))
  const loaded = loadLetterFonts({ body: body!, title: title!, heading: heading! })
  if (!loaded.ok) throw new Error(loaded.problem.kind)
  return loaded.value
}

async function fetchBytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url)
  if (!response.ok) throw new Error('font missing')
  return new Uint8Array(await response.arrayBuffer())
}
