import type { Language, Translator } from './translator'
import { translatorWith } from './translator-with'
import { zhCn } from './zh-cn'

/** Always there. */
export const chinese: Translator = translatorWith('zh-CN', zhCn)

const read = new Map<Language, Translator>([['zh-CN', chinese]])

/** The language as a window has it; undefined where it was not read. */
export const languageRead = (language: Language): Translator | undefined => read.get(language)

/**
 * English is a file of its own, so that a window in Chinese comes up without it; it is read before anything is said in
 * it. Rejects where the file cannot be read; asked again, it is looked for again.
 */
export async function readLanguage(language: Language): Promise<Translator> {
  const known = read.get(language)
  if (known) return known
  const { en } = await import('./en')
  const translator = translatorWith('en', en)
  read.set('en', translator)
  return translator
}
