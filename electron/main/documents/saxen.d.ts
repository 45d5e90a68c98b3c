/** The part of saxen that reading a Word document needs; the package ships no types. */
declare module 'saxen' {
  export class Parser {
    ns(prefixes: Readonly<Record<string, string>>): this
    on(event: 'openTag', hear: (name: string, attributes: () => Readonly<Record<string, string>>) => void): this
    on(event: 'closeTag', hear: (name: string) => void): this
    on(event: 'text' | 'cdata', hear: (text: string) => void): this
    on(event: 'error', hear: (cause: Error) => void): this
    parse(xml: string): this
  }
}
