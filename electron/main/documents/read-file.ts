import path from 'node:path'
import type { ReadDocument, UnreadableWhy } from '#shared/contracts/read-document'
import { decodeText } from './decode-text'
import { limits } from './limits'
import { readDocx } from './read-docx'
import { readMarkdown, tidyLines, type TextWithHead } from './read-markdown'
import { readPdf } from './read-pdf'

/** What a file said, without its place in the source. */
export type FileWords = Pick<ReadDocument, 'format' | 'text' | 'columns' | 'notes' | 'unreadable'>

/** Bytes that may be read of a file of this name. */
export const mostBytesOf = (name: string): number =>
  endingOf(name) === '.pdf' ? limits.pdfBytes : limits.textFileBytes

/**
 * One file as a document. The first bytes say what it is; only between kinds of text does the name decide. `cMaps` as
 * `readPdf` takes it.
 */
export async function readFile(name: string, bytes: Uint8Array, cMaps: string): Promise<FileWords> {
  if (bytes.length === 0) return unread('text', 'empty')
  if (startsWith(bytes, '%PDF-')) {
    const pdf = await readPdf(bytes, cMaps)
    return pdf.ok ? words('pdf', { ...pdf.value, columns: {} }) : unread('pdf', pdf.problem)
  }
  if (startsWith(bytes, 'PK\u0003\u0004')) {
    const docx = await readDocx(bytes)
    return docx.ok ? words('docx', { text: docx.value, columns: {}, notes: [] }) : unread('docx', docx.problem)
  }
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0')) return unread('docx', wordUnderPassword(name))
  return readText(name, bytes)
}

function readText(name: string, bytes: Uint8Array): FileWords {
  const ending = endingOf(name)
  const format = ['.md', '.markdown'].includes(ending) ? 'markdown' : 'text'
  if (format === 'text' && !['.txt', '.text', ''].includes(ending)) return unread('text', 'otherFormat')
  const decoded = decodeText(bytes)
  if (!decoded) return unread(format, 'encoding')
  const read: TextWithHead =
    format === 'markdown' ? readMarkdown(decoded.text) : { text: tidyLines(decoded.text), columns: {}, notes: [] }
  return words(format, { ...read, notes: [...decoded.notes, ...read.notes] })
}

function words(format: ReadDocument['format'], { text, columns, notes }: TextWithHead): FileWords {
  // A head alone is a document whose text is not there.
  if (text === '' && Object.keys(columns).length === 0 && !notes.includes('scanned')) return unread(format, 'empty')
  const isLong = text.length > limits.textLength
  return {
    ...{ format, columns: { ...columns } },
    text: wellFormed(isLong ? text.slice(0, limits.textLength) : text),
    notes: isLong && !notes.includes('cutShort') ? [...notes, 'cutShort'] : [...notes],
  }
}

/** Half of a pair can be no text of an act; control characters are no text of anything. */
export const wellFormed = (text: string): string =>
  text.replace(/\p{Surrogate}/gu, '\ufffd').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/gu, '')

export const unread = (format: ReadDocument['format'], unreadable: UnreadableWhy): FileWords => ({
  ...{ format, unreadable },
  text: '',
  columns: {},
  notes: [],
})

/** An OLE file is a .doc, or a .docx that was sealed by a password. */
const wordUnderPassword = (name: string): UnreadableWhy => (endingOf(name) === '.docx' ? 'locked' : 'otherFormat')

const endingOf = (name: string): string => path.posix.extname(name).toLowerCase()

const startsWith = (bytes: Uint8Array, head: string): boolean =>
  [...head].every((sign, index) => bytes[index] === sign.charCodeAt(0))
