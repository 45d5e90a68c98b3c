import type { NewSending } from '#shared/contracts/headquarters-sendings'
import { mostSentDocumentBytes, mostSentDocuments } from '#shared/contracts/sending-shapes'
import { parseYearCalendar } from '#shared/domain/calendar/year-calendar'
import { readLawPack } from '#shared/domain/decisions/read-law-pack'
import { err, ok, type Result } from '#shared/kernel/result'

export type Content = NewSending['content']
export type FileKind = Exclude<Content['kind'], 'notice'>

export type FileProblem =
  | { readonly kind: 'notJson' }
  | { readonly kind: 'notACalendar' }
  | { readonly kind: 'notALawPack' }
  /** `line` from 1. */
  | { readonly kind: 'notALine'; readonly line: number }
  | { readonly kind: 'noDocuments' }
  | { readonly kind: 'tooMany' }

/** What a file holds, read by the same functions as at the counter; its title is what it says of itself. */
export function readContent(kind: FileKind, name: string, text: string): Result<Content, FileProblem> {
  if (kind === 'documents') return readDocuments(name, text)
  const json = readJson(text)
  if (json === undefined) return err({ kind: 'notJson' })
  if (kind === 'calendar') {
    const calendar = parseYearCalendar(json)
    if (!calendar.ok) return err({ kind: 'notACalendar' })
    const { noticeUrls, holidays, workdays, ...heading } = calendar.value
    const whole = { ...heading, noticeUrls: [...noticeUrls], holidays: [...holidays], workdays: [...workdays] }
    return ok({ kind, title: `${heading.year}年放假安排`, calendar: whole })
  }
  const pack = readLawPack(json)
  if (!pack.ok) return err({ kind: 'notALawPack' })
  return ok({ kind, title: `救济规定 ${pack.value.id}`, pack: JSON.parse(JSON.stringify(pack.value)) as never }) // read just now
}

/** JSON lines, as this program writes its catalogue out: every line one document. */
function readDocuments(name: string, text: string): Result<Content, FileProblem> {
  const lines = text.split(/\r?\n/).filter(line => line.trim() !== '')
  if (lines.length === 0) return err({ kind: 'noDocuments' })
  const wrong = lines.findIndex(line => !isRecord(readJson(line)))
  if (wrong >= 0) return err({ kind: 'notALine', line: wrong + 1 })
  const bytes = new TextEncoder().encode(text).length
  if (lines.length > mostSentDocuments || bytes > mostSentDocumentBytes) return err({ kind: 'tooMany' })
  return ok({ kind: 'documents', title: name.replace(/\.\w+$/, '').slice(0, 200) || '-', lines })
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)
