export interface PdfOptions {
  readonly landscape?: boolean
  readonly printBackground?: boolean
  readonly displayHeaderFooter?: boolean
  readonly scale?: number
  readonly pageSize?: string | { readonly width: number; readonly height: number }
  readonly margins?: {
    readonly marginType?: string
    readonly top?: number
    readonly bottom?: number
    readonly left?: number
    readonly right?: number
  }
  readonly pageRanges?: string
  readonly headerTemplate?: string
  readonly footerTemplate?: string
  readonly preferCSSPageSize?: boolean
  readonly generateTaggedPDF?: boolean
}

/** Width and height in inches. */
const paperSizes: Record<string, readonly [number, number]> = {
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
}

/** Electron's printToPDF options in DevTools' words; both ignore what is undefined. Sizes and margins are inches in both. */
export function printParameters({ pageSize = 'Letter', margins = {}, ...options }: PdfOptions): object {
  const [paperWidth, paperHeight] = sizeOf(pageSize)
  const { top, bottom, left, right } = margins.marginType === 'none' ? noMargins : margins
  const around = { marginTop: top, marginBottom: bottom, marginLeft: left, marginRight: right }
  return { ...pick(options), ...around, paperWidth, paperHeight }
}

const noMargins = { top: 0, bottom: 0, left: 0, right: 0 }

function sizeOf(pageSize: NonNullable<PdfOptions['pageSize']>): readonly [number, number] {
  if (typeof pageSize === 'object') return [pageSize.width, pageSize.height]
  const size = paperSizes[pageSize]
  if (!size) throw new Error(`Invalid pageSize: ${pageSize}`)
  return size
}

function pick(options: PdfOptions): object {
  const names = [
    'landscape',
    'printBackground',
    'displayHeaderFooter',
    'scale',
    'pageRanges',
    'headerTemplate',
    'footerTemplate',
    'preferCSSPageSize',
    'generateTaggedPDF',
  ] as const
  return Object.fromEntries(names.flatMap(name => (options[name] === undefined ? [] : [[name, options[name]]])))
}
