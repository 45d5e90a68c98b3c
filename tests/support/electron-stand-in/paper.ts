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

/** Electron's printToPDF options in DevTools' words. Sizes and margins are inches in both. */
export function printParameters({ pageSize = 'Letter', margins, ...options }: PdfOptions): object {
  const size = typeof pageSize === 'object' ? [pageSize.width, pageSize.height] : paperSizes[pageSize]
  if (!size) throw new Error(`Invalid pageSize: ${String(pageSize)}`)
  const none = margins?.marginType === 'none'
  return {
    ...pick(options),
    paperWidth: size[0],
    paperHeight: size[1],
    marginTop: none ? 0 : margins?.top,
    marginBottom: none ? 0 : margins?.bottom,
    marginLeft: none ? 0 : margins?.left,
    marginRight: none ? 0 : margins?.right,
  }
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
