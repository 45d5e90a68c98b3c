/** Where the service of a card reader is asked, on this machine. */
export interface CardReaderAddress {
  readonly port: number
  readonly path: string
}

const shape = /^(?:https?:\/\/)?(?:(127\.0\.0\.1|localhost|\[::1\]):)?(\d{2,5})(\/[\w./?=&%-]{0,200})?$/iu

/** As the vendor's manual prints it: `http://127.0.0.1:8989/read`, or the port alone. Null for another machine. */
export function readCardReaderAddress(typed: string): CardReaderAddress | null {
  const [, , port, path = '/'] = shape.exec(typed.normalize('NFKC').trim()) ?? []
  const number = Number(port)
  return port && number >= 1 && number <= 65_535 ? { port: number, path } : null
}

export const printCardReaderAddress = ({ port, path }: CardReaderAddress): string => `127.0.0.1:${port}${path}`
