import {
  decodePDFRawStream,
  PDFArray,
  PDFContentStream,
  PDFDict,
  PDFDocument,
  PDFFlateStream,
  PDFName,
  PDFRawStream,
  PDFStream,
} from 'pdf-lib'

const name = (text: string) => PDFName.of(text)

/** What ISO 19005-2 level u asks for and can be read from the structure; empty = nothing wrong. veraPDF is the judge at release. */
export async function pdfaProblems(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  return [
    ...headerProblems(bytes),
    ...catalogProblems(document),
    ...fontProblems(document),
    ...contentProblems(document),
  ]
}

/** Names of the embedded fonts. */
export async function embeddedFonts(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  return dictionaries(document, 'FontDescriptor').map(descriptor => String(descriptor.get(name('FontName'))))
}

function headerProblems(bytes: Uint8Array): string[] {
  const head = Buffer.from(bytes.subarray(0, 24)).toString('latin1')
  return /^%PDF-1\.7\r?\n%[\x80-\xff]{4}/.test(head) ? [] : ['header or binary comment']
}

function catalogProblems(document: PDFDocument): string[] {
  const { catalog, context } = document
  const problems = ['Names', 'AA', 'OpenAction', 'AcroForm']
    .filter(key => catalog.get(name(key)))
    .map(key => `catalog has ${key}`)
  if (!context.trailerInfo.ID) problems.push('no /ID')
  if (context.trailerInfo.Encrypt) problems.push('encrypted')
  if (!catalog.get(name('Lang'))) problems.push('no Lang')
  return [...problems, ...metadataProblems(document), ...intentProblems(catalog)]
}

function metadataProblems(document: PDFDocument): string[] {
  const metadata = document.catalog.lookup(name('Metadata'))
  if (!(metadata instanceof PDFRawStream)) return ['no XMP']
  const xmp = Buffer.from(metadata.getContents()).toString('utf8')
  const wanted = [
    '<pdfaid:part>2</pdfaid:part>',
    '<pdfaid:conformance>U</pdfaid:conformance>',
    document.getTitle(),
    document.getAuthor(),
  ]
  const problems = wanted.filter(text => !text || !xmp.includes(text)).map(text => `XMP lacks ${text}`)
  return metadata.dict.get(name('Filter')) ? [...problems, 'XMP compressed'] : problems
}

function intentProblems(catalog: PDFDict): string[] {
  const intents = catalog.lookup(name('OutputIntents'))
  if (!(intents instanceof PDFArray)) return ['no output intent']
  const profile = intents.lookup(0, PDFDict).lookup(name('DestOutputProfile'))
  const signature = Buffer.from(decoded(profile).subarray(36, 40)).toString('latin1')
  return signature === 'acsp' ? [] : ['ICC profile unreadable']
}

function fontProblems(document: PDFDocument): string[] {
  return dictionaries(document, 'Font').flatMap(font => {
    const kind = String(font.get(name('Subtype')))
    if (kind === '/Type0') return [...toUnicodeProblems(font), ...descendantProblems(font)]
    return kind === '/CIDFontType2' ? [] : [`font of kind ${kind}`]
  })
}

function toUnicodeProblems(font: PDFDict): string[] {
  const map = font.lookup(name('ToUnicode'))
  if (!map) return ['no ToUnicode']
  const text = Buffer.from(decoded(map)).toString('latin1')
  const large = [...text.matchAll(/(\d+) beginbfchar/g)].filter(match => Number(match[1]) > 100)
  const bad = /<[0-9a-f]{4}> <(0000|feff|fffe)>/i.test(text) ? ['ToUnicode maps to 0, FEFF or FFFE'] : []
  return [...bad, ...large.map(match => `bfchar block of ${match[1]}`)]
}

function descendantProblems(font: PDFDict): string[] {
  const descendant = font.lookup(name('DescendantFonts'), PDFArray).lookup(0, PDFDict)
  const descriptor = descendant.lookup(name('FontDescriptor'), PDFDict)
  const problems: string[] = []
  if (!descriptor.get(name('FontFile2'))) problems.push('font not embedded')
  if (!descendant.get(name('CIDToGIDMap'))) problems.push('no CIDToGIDMap')
  if (!descendant.get(name('W'))) problems.push('no widths')
  if (!/^\/[A-Z]{6}\+/.test(String(descriptor.get(name('FontName'))))) problems.push('no subset tag')
  return problems
}

/** Code 0 would show .notdef (6.2.11.8). */
function contentProblems(document: PDFDocument): string[] {
  return document.getPages().flatMap((page, index) => {
    const text = Buffer.from(decoded(page.node.lookup(name('Contents')))).toString('latin1')
    return /<0000>/.test(text) || /NaN|Infinity/.test(text) ? [`page ${index + 1} shows .notdef or a bad number`] : []
  })
}

function dictionaries(document: PDFDocument, type: string): PDFDict[] {
  return document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object): object is PDFDict => object instanceof PDFDict && object.get(name('Type')) === name(type))
}

function decoded(stream: unknown): Uint8Array {
  if (stream instanceof PDFRawStream) return decodePDFRawStream(stream).decode()
  if (stream instanceof PDFContentStream || stream instanceof PDFFlateStream) return stream.getUnencodedContents()
  throw new Error(`not a stream: ${stream instanceof PDFStream}`)
}
