import { Parser } from 'saxen'
import type { UnreadableWhy } from '#shared/contracts/read-document'
import { err, ok, type Result } from '#shared/kernel/result'
import { limits } from './limits'
import { tidyLines } from './read-markdown'
import { openZip } from './zip-file'

const mainPart = 'word/document.xml'
const mostXml = 100 * 1024 * 1024

/**
 * The text of a Word document: a line for each paragraph, cells parted by tabs. What was deleted under tracked changes, codes
 * of fields and the second drawing of a text box are no text of it. Read by events from the one part that holds the text,
 * so that neither a bomb nor a picture is unpacked (a converter to HTML would unpack and build all of it).
 */
export async function readDocx(bytes: Uint8Array): Promise<Result<string, UnreadableWhy>> {
  if (bytes.length > limits.textFileBytes) return err('tooLarge')
  const opened = await openZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
  if (!opened.ok) return err('damaged')
  const zip = opened.value
  try {
    const part = zip.entries.find(({ name }) => name === mainPart)
    if (!part) return err('otherFormat')
    if (part.isLocked) return err('locked')
    if (part.isBomb || part.bytes > mostXml) return err('tooLarge')
    const xml = await zip.read(part, mostXml)
    const text = xml && textOf(new TextDecoder().decode(xml))
    return text === null ? err('damaged') : ok(tidyLines(text))
  } finally {
    zip.close()
  }
}

const wordNames = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w', // the strict form of the same standard
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
}

const skipped = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'mc:Fallback'])
/** A map: an object has a `constructor`, too, and a file may call an element so. */
const marks: ReadonlyMap<string, string> = new Map([
  ['w:tab', '\t'],
  ['w:br', '\n'],
  ['w:cr', '\n'],
  ['w:noBreakHyphen', '-'],
])

/** Null where it is no XML. */
function textOf(xml: string): string | null {
  const state = { text: '', skips: 0, inText: 0, cells: 0, inTabs: 0, isBroken: false }
  const opened = (name: string): void => {
    if (skipped.has(name)) state.skips++
    if (name === 'w:tabs') state.inTabs++ // stops of a paragraph, not tabs in it
    if (state.skips > 0) return
    if (name === 'w:t') state.inText++
    if (name === 'w:tc') state.cells++
    if (state.inTabs === 0) state.text += marks.get(name) ?? ''
  }
  const closed = (name: string): void => {
    if (skipped.has(name)) state.skips--
    if (name === 'w:tabs') state.inTabs--
    if (state.skips > 0) return
    if (name === 'w:t') state.inText--
    if (name === 'w:tc') state.cells--
    state.text = ended(state.text, name, state.cells > 0)
  }
  const heard = (text: string): void => {
    if (state.inText > 0 && state.skips === 0) state.text += text
  }
  const parser = new Parser().ns(wordNames).on('openTag', opened).on('closeTag', closed)
  parser.on('text', text => heard(withCharacters(text))).on('cdata', heard)
  parser.on('error', () => {
    state.isBroken = true
  })
  parser.parse(xml)
  return state.isBroken ? null : state.text
}

/** Paragraphs end lines, but in a cell they are parted by a blank, so that a row of a table stays a line. */
function ended(text: string, name: string, isInCell: boolean): string {
  if (name === 'w:p') return isInCell ? `${text} ` : `${text}\n`
  if (name === 'w:tc') return `${text.trimEnd()}\t`
  return name === 'w:tr' ? `${text.replace(/\t$/u, '')}\n` : text
}

const named: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
}

/** Rare characters are written as numbers beyond 16 bits, too. */
const withCharacters = (text: string): string =>
  text.replace(/&(?:(#x?)([0-9a-f]{1,7})|(?:amp|lt|gt|quot|apos));/giu, (all, base?: string, digits = '') => {
    if (!base) return named[all] ?? all
    const point = parseInt(digits, base === '#' ? 10 : 16)
    return point <= 0x10ffff ? String.fromCodePoint(point) : all
  })
