import { formattersIn } from './formatters'
import { fillMessage, type Translate } from './message'
import type { Language, Translator } from './translator'

/** A translator from sentences at hand. */
export function translatorWith(language: Language, messages: Readonly<Record<string, string>>): Translator {
  const t: Translate = (key, ...params) => fillMessage(messages[key] ?? key, params[0])
  return { language, t, format: formattersIn(t, language) }
}
