import type { zhCn } from './zh-cn'

type Messages = typeof zhCn

export type MessageKey = keyof Messages

/** `'第 {n} 个，共 {count} 个'` asks for `n` and `count`. */
type PlaceholdersOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersOf<Rest>
  : never

/** The arguments after the key: none where the Chinese sentence has no placeholder, else a value for each. */
export type ParamsOf<Key extends MessageKey> = [PlaceholdersOf<Messages[Key]>] extends [never]
  ? []
  : [params: Readonly<Record<PlaceholdersOf<Messages[Key]>, string | number>>]

export type Translate = <Key extends MessageKey>(key: Key, ...params: ParamsOf<Key>) => string

/**
 * Puts values into `{name}`. English may choose a form by count: `{days} {days|working day|working days}`.
 * A missing value stays visible as `{name}`, so that a slip is seen and not silently blank.
 */
export function fillMessage(text: string, params: Readonly<Record<string, string | number>> = {}): string {
  return text.replaceAll(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (...match: string[]) => {
    const [whole = '', name = '', one, other] = match
    const value = params[name]
    if (value === undefined) return whole
    if (one === undefined || other === undefined) return String(value)
    return Number(value) === 1 ? one : other
  })
}
