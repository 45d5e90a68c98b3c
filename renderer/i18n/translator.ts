import { en } from './en'
import type { Formatters } from './formatters'
import type { Translate } from './message'
import { translatorWith } from './translator-with'
import { zhCn } from './zh-cn'

export type Language = 'zh-CN' | 'en'

export interface Translator {
  readonly language: Language
  readonly t: Translate
  readonly format: Formatters
}

/**
 * Usable without React: tests and tools ask for the same sentences. Brings both languages along, so a window takes its
 * sentences from `window-language.ts`.
 */
export const translatorFor = (language: Language): Translator => translatorWith(language, language === 'en' ? en : zhCn)
