import bodyFont from '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf?url'
import titleFont from '@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf?url'
import headingFont from '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf?url'
import { letterFontPath } from '#shared/contracts/desk-channels'
import { loadLetterFonts, type LetterFonts } from '#shared/letters/fonts'
import { ok } from '#shared/kernel/result'
import { bindCatalogue, type CatalogueBinding } from '#shared/letters/booklet/make-catalogue'
import { makeGuide } from '#shared/letters/booklet/make-guide'
import { makeLeaflet } from '#shared/letters/booklet/make-leaflet'
import { makeDocument } from '#shared/letters/document/make-document'
import { makeTable } from '#shared/letters/make-table'
import { makeLetter } from '#shared/letters/make-letter'
import { bytesOf } from './bytes-of'
import { drawPages } from './draw-pages'
import type { PapersNews, PapersOrder, PapersProgress } from './papers-messages'

interface PapersScope {
  onmessage: (event: MessageEvent<PapersOrder>) => void
  postMessage(news: PapersNews | PapersProgress, transfer?: Transferable[]): void
}

/** Letters are laid out and drawn away from the window's thread: parsing 40 MB of fonts would freeze a keystroke. */
const scope = self as unknown as PapersScope // the types are those of a window; this runs in a worker

let fonts: Promise<LetterFonts> | null = null

scope.onmessage = ({ data }) => {
  answer(data).then(
    news => scope.postMessage(news, buffersOf(news)),
    (cause: unknown) =>
      scope.postMessage({ id: data.id, kind: 'broken', why: cause instanceof Error ? cause.name : 'unknown' }),
  )
}

async function answer(order: PapersOrder): Promise<PapersNews> {
  if (order.kind === 'draw') return { id: order.id, kind: 'drawn', images: await drawPages(order.bytes, order) }
  if (order.kind === 'rows') {
    rowsAhead.push(...order.rows)
    return { id: order.id, kind: 'taken' }
  }
  if (order.kind === 'documents' || order.kind === 'closeCatalogue') return goOnBinding(order)
  const loaded = await (fonts ??= fetchFonts())
  if (order.kind === 'warm') return { id: order.id, kind: 'warm' }
  if (order.kind === 'tabulate') return tabulate(order, loaded)
  if (order.kind !== 'make') return bind(order, loaded)
  const result = await makeLetter(order.model, loaded, order.options)
  return { id: order.id, kind: 'made', result }
}

/** The catalogue on its way. */
let binding: CatalogueBinding | null = null

type BindingOrder = Extract<PapersOrder, { kind: 'bind' | 'openCatalogue' | 'document' }>

async function bind(order: BindingOrder, loaded: LetterFonts): Promise<PapersNews> {
  const { id, options } = order
  if (order.kind === 'document')
    return { id, kind: 'documentMade', made: await makeDocument(order.document, loaded, options) }
  const { model } = order
  if (order.kind === 'openCatalogue') {
    binding = await bindCatalogue({ model, fonts: loaded, marks: options })
    return { id, kind: 'taken' }
  }
  const make = order.booklet === 'guide' ? makeGuide : makeLeaflet
  return { id, kind: 'bound', result: await make(model, loaded, options) }
}

async function goOnBinding(order: Extract<PapersOrder, { kind: 'documents' | 'closeCatalogue' }>): Promise<PapersNews> {
  if (!binding) return { id: order.id, kind: 'broken', why: 'notOpened' }
  if (order.kind === 'documents') {
    binding.add(order.entries)
    return { id: order.id, kind: 'taken' }
  }
  const bound = binding
  binding = null
  return { id: order.id, kind: 'bound', result: ok(await bound.finish()) }
}

/** Sent ahead of their table. */
let rowsAhead: (readonly string[])[] = []

const tellEvery = 100

async function tabulate({ id, table, options }: TableOrder, loaded: LetterFonts): Promise<PapersNews> {
  const [first, ...others] = table.parts
  const parts =
    first && rowsAhead.length > 0 ? [{ ...first, rows: [...first.rows, ...rowsAhead] }, ...others] : table.parts
  rowsAhead = []
  let done = 0
  const onRow = () => {
    if (++done % tellEvery === 0) scope.postMessage({ id, kind: 'progress', done })
  }
  return { id, kind: 'made', result: ok(await makeTable({ ...table, parts }, loaded, { ...options, onRow })) }
}

type TableOrder = Extract<PapersOrder, { kind: 'tabulate' }>

/** Handed over, not copied: the window's thread would do the copying. */
function buffersOf(news: PapersNews): Transferable[] {
  const owned = (bytes: Uint8Array) => bytes.buffer as ArrayBuffer
  if (news.kind === 'drawn') return news.images.map(owned)
  if (news.kind === 'documentMade') return [owned(news.made.bytes)]
  if (news.kind === 'bound') return news.result.ok ? [owned(news.result.value.bytes)] : []
  return news.kind === 'made' && news.result.ok ? [owned(news.result.value.bytes)] : []
}

async function fetchFonts(): Promise<LetterFonts> {
  const [body, title, heading] = await Promise.all([bodyFont, titleFont, headingFont].map(fetchBytes))
  const bundled = { body: body!, title: title!, heading: heading! }
  const own = { ...(await ownFace('userBody', 'body')), ...(await ownFace('userTitle', 'title')) }
  // A font of the office that cannot be used must not stop a letter; the settings desk says what became of it.
  const withOwn = loadLetterFonts({ ...bundled, ...own })
  const loaded = withOwn.ok ? withOwn : loadLetterFonts(bundled)
  if (!loaded.ok) throw new Error(loaded.problem.kind)
  return loaded.value
}

/** The face that the office chose for its letters; nothing where it uses the bundled one. */
async function ownFace(role: 'userBody' | 'userTitle', face: string): Promise<{ [Role in typeof role]?: Uint8Array }> {
  const response = await fetch(`${letterFontPath}?face=${face}`)
  return response.ok ? { [role]: await bytesOf(response) } : {}
}

async function fetchBytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url)
  if (!response.ok) throw new Error('font missing')
  return bytesOf(response)
}
