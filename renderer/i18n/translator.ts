import { en } from './en'
import { formattersIn, type Formatters } from './formatters'
import { fillMessage, type Translate } from './message'
import { zhCn } from './zh-cn'

export type Language = 'zh-CN' | 'en'

export interface Translator {
  readonly language: Language
  readonly t: Translate
  readonly format: Formatters
}

/** Usable without React: tests and the worker of the page ask for the same sentences. */
export function translatorFor(language: Language): Translator {
  const messages: Readonly<Record<string, string>> = language === 'en' ? en : zhCn
  const t: Translate = (key, ...params) => fillMessage(messages[key] ?? key, params[0])
  return { language, t, format: formattersIn(t, language) }
}
