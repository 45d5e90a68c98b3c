import { Parser } from 'saxen'

interface Heard {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text: (text: string) => void
  readonly close: (name: string) => void
}

/** Tells elements and texts in their order; throws where it is no well-formed XML. */
export function parseXml(xml: string, { open, text, close }: Heard): void {
  const parser = new Parser()
  parser.on('openTag', (name, attributes) => {
    open(name, Object.fromEntries(Object.entries(attributes()).map(([key, value]) => [key, decoded(value)])))
  })
  parser.on('text', value => text(decoded(value)))
  parser.on('cdata', text)
  parser.on('closeTag', close)
  parser.on('error', cause => {
    throw cause
  })
  parser.parse(xml)
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const decoded = (text: string): string =>
  text.replace(/&(?:#(\d+)|(\w+));/gu, (_whole, code?: string, name = '') =>
    code ? String.fromCodePoint(Number(code)) : (entities[name as string] ?? ''),
  )
