import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import type { BundleWish, ExportFile } from '#shared/application/media/ports'
import { viewerHtml, type ViewerLink, type ViewerPage } from '#shared/application/media/viewer-page'
import type { Office } from '#shared/domain/agencies/office'
import { isPublic } from '#shared/domain/catalogue/document'
import type { DocumentId } from '#shared/domain/catalogue/document-facts'
import type { ExportOf } from '#shared/domain/media/media-facts'
import { standingScans } from '#shared/domain/requests/standing-scans'
import { papersOf } from '../../case-parts/papers-of'
import { registerSheet, type RegisterWords } from '../../case-parts/register-rows'
import type { NameOf } from '../../case-parts/use-staff-names'
import type { Translate } from '../../i18n/message'

export interface ExportParts {
  readonly desk: Desk
  readonly office: Office
  readonly of: ExportOf
  readonly isMasked: boolean
  readonly records: readonly RequestRecord[]
  /** The pages on a medium are Chinese, whatever the language of the window. */
  readonly t: Translate
  readonly nameOf: NameOf
  /** Of a bundle. */
  readonly bundle: BundleWish
}

/** Everything that goes onto the medium, made file by file. The page that opens the rest comes last, when it knows what there is. */
export function exportFiles(parts: ExportParts): AsyncGenerator<ExportFile> {
  const { of, records } = parts
  switch (of.kind) {
    case 'case':
      return caseFiles(parts, records[0])
    case 'period':
    case 'register':
      return listFiles(parts)
    case 'catalogue':
      return catalogueFiles(parts)
    case 'bundle':
      return bundleFiles(parts)
  }
}

/** Requests that an export is about, in the order of their numbers. */
export function recordsOf(of: ExportOf, all: readonly RequestRecord[]): readonly RequestRecord[] {
  const wanted = (record: RequestRecord): boolean => {
    const { requestNo, receivedOn, arrivedOn } = record.request
    if (of.kind === 'case') return requestNo === of.requestNo
    const on = receivedOn ?? arrivedOn
    return of.kind === 'register' || (of.kind === 'period' && on >= of.from && on <= of.to)
  }
  return all.filter(wanted).toSorted((one, other) => (one.request.requestNo < other.request.requestNo ? -1 : 1))
}

/** Whoever has no approval gets neither papers nor scans: both say names, and nobody can mask a picture. */
async function* caseFiles(parts: ExportParts, record: RequestRecord | undefined): AsyncGenerator<ExportFile> {
  if (!record) throw new TypeError('the case is not there')
  const { t, isMasked } = parts
  const sheet = sheetOf(parts, [record])
  yield { kind: 'table', path: 'data/case.csv', sheet }
  const links: ViewerLink[] = [{ label: t('media.page.table'), file: 'case.csv' }]
  const notes = notesOf(parts)
  if (isMasked) notes.push(t('media.page.noPapers'))
  else {
    for await (const [file, link] of papersAndScans(parts, record)) {
      if (file) yield file
      if (link) links.push(link)
      else notes.push(t('media.page.paperMissing'))
    }
  }
  const pairs = sheet.columns.map(({ title }, index) => ({ label: title, value: String(sheet.rows[0]?.[index] ?? '') }))
  const files = { title: t('media.page.files'), links }
  yield page('data/index.html', { title: record.request.requestNo, notes, pairs, files })
}

async function* papersAndScans(
  { desk, t }: ExportParts,
  record: RequestRecord,
): AsyncGenerator<readonly [ExportFile | null, ViewerLink | null]> {
  let count = 0
  for (const kind of papersOf(record.request)) {
    if (kind === 'envelope') continue
    const paper = await desk.papers.compose(kind, record, { gaps: 'allowed' })
    const file = `papers/${String(++count).padStart(3, '0')}-${kind.toLowerCase()}.pdf`
    if (paper.ok) yield [bytes(`data/${file}`, paper.value.bytes), { label: paper.value.title, file }]
    else yield [null, null]
  }
  const subject = `request:${record.requestId}`
  for (const [index, scan] of standingScans(record.request).entries()) {
    const file = `scans/${String(index + 1).padStart(3, '0')}.${endings[scan.mime]}`
    const label = t('media.page.scan', { n: index + 1, kind: t(`scanKind.${scan.kind}`) })
    yield [
      { kind: 'sealed', path: `data/${file}`, subject, digest: scan.digest },
      { label, file },
    ]
  }
}

const endings = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/tiff': 'tif',
  'text/plain': 'txt',
} as const

async function* listFiles(parts: ExportParts): AsyncGenerator<ExportFile> {
  const { t, records } = parts
  const sheet = sheetOf(parts, records)
  yield { kind: 'table', path: 'data/register.csv', sheet }
  const columns = sheet.columns.map(({ title }) => title)
  const rows = sheet.rows.map(row => row.map(cell => String(cell ?? '')))
  const files = { title: t('media.page.files'), links: [{ label: t('media.page.table'), file: 'register.csv' }] }
  const title = t('lists.register')
  yield page('data/index.html', { title, notes: notesOf(parts), tables: [{ title, columns, rows }], files })
}

/** A page beside the parts says what they are to whoever finds the stick. */
async function* bundleFiles({ desk, office, bundle, t }: ExportParts): AsyncGenerator<ExportFile> {
  yield { kind: 'bundle', ...bundle }
  const notes = [
    t('media.page.made', { office: office.name, day: desk.today }),
    t(`media.bundle.page.${bundle.lock.kind}`),
    t('media.bundle.page.open'),
  ]
  yield page('data/index.html', { title: t('media.of.bundle'), notes })
}

const documentsAtOnce = 50

/** Public documents only: a page each, attachments as they were taken in, and the list as a table. */
async function* catalogueFiles(parts: ExportParts): AsyncGenerator<ExportFile> {
  const { desk, t } = parts
  const lines = (await desk.documents.linesNow()).filter(({ isWithdrawn }) => !isWithdrawn)
  const links: ViewerLink[] = [{ label: t('media.page.table'), file: 'catalogue.csv' }]
  const rows: string[][] = []
  for (let at = 0; at < lines.length; at += documentsAtOnce) {
    const ids = lines.slice(at, at + documentsAtOnce).map(({ documentId }) => documentId)
    for await (const { files, link, row } of documentFiles(parts, ids, links.length)) {
      yield* files
      links.push({ ...link })
      rows.push(row)
    }
  }
  const titles = ['indexNo', 'title', 'docNo', 'documentDate'] as const
  const columns = titles.map(name => ({ title: t(`media.page.${name}`), width: 20 }))
  yield { kind: 'table', path: 'data/catalogue.csv', sheet: { columns, rows } }
  const files = { title: t('media.page.files'), links }
  yield page('data/index.html', { title: t('catalogue.title'), notes: notesOf(parts), files })
}

interface DocumentFiles {
  readonly files: readonly ExportFile[]
  readonly link: ViewerLink
  readonly row: string[]
}

async function* documentFiles(
  parts: ExportParts,
  ids: readonly DocumentId[],
  before: number,
): AsyncGenerator<DocumentFiles> {
  const { desk, t } = parts
  const [records, texts] = [await desk.documents.get(ids), await desk.documents.texts(ids)]
  let count = before - 1
  for (const [index, record] of records.entries()) {
    if (!record || !isPublic(record.document)) continue
    const { details, attachments } = record.document
    const no = String(++count).padStart(5, '0')
    const attached = attachments.map(({ digest, mime, title }, place) => {
      const name = `${no}-${String(place + 1).padStart(2, '0')}.${(endings as Readonly<Record<string, string>>)[mime] ?? 'bin'}`
      const subject = `document:${record.documentId}`
      return {
        file: { kind: 'sealed', path: `data/documents/${name}`, subject, digest } as const,
        link: { label: title ?? name, file: name },
      }
    })
    const row = [details.indexNo, details.title, details.docNo ?? '', details.documentDate ?? '']
    const labels = ['indexNo', 'title', 'docNo', 'documentDate'] as const
    const pairs = labels.map((name, place) => ({ label: t(`media.page.${name}`), value: row[place] ?? '' }))
    const files = { title: t('media.page.files'), links: attached.map(({ link }) => link) }
    const shown = page(`data/documents/${no}.html`, {
      title: details.title,
      notes: notesOf(parts),
      pairs,
      files,
      text: texts[index] ?? '',
    })
    yield {
      files: [...attached.map(({ file }) => file), shown],
      link: { label: details.title, file: `documents/${no}.html` },
      row,
    }
  }
}

function notesOf({ desk, office, isMasked, of, t }: ExportParts): string[] {
  const notes = [t('media.page.made', { office: office.name, day: desk.today })]
  if (of.kind === 'catalogue' || of.kind === 'bundle') return notes
  return [...notes, t(isMasked ? 'media.page.masked' : 'media.page.unmasked')]
}

function sheetOf({ desk, office, isMasked, t, nameOf }: ExportParts, records: readonly RequestRecord[]) {
  const { calendar, today } = desk
  const words: RegisterWords = { t, nameOf, agencies: office.agencies, calendar, today, isMasked }
  return registerSheet(records, words)
}

const bytes = (path: string, content: Uint8Array): ExportFile => ({ kind: 'bytes', path, bytes: content })
const page = (path: string, shown: ViewerPage): ExportFile => bytes(path, new TextEncoder().encode(viewerHtml(shown)))
