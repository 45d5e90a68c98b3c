import { createContext, useContext, useLayoutEffect, type ReactNode } from 'react'
import type { Language, Translator } from './translator'
import { chinese, languageRead } from './window-language'

const MessagesContext = createContext<Translator>(chinese)

export interface MessagesProviderProps {
  /** Read before (`readLanguage`). */
  readonly language: Language
  readonly children: ReactNode
}

/** Holds no state: the window keeps the chosen language with its other preferences and passes it in. */
export function MessagesProvider({ language, children }: MessagesProviderProps) {
  const translator = languageRead(language)
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  if (!translator) throw new Error(`the sentences in ${language} have not been read`)
  return <MessagesContext value={translator}>{children}</MessagesContext>
}

export const useMessages = (): Translator => useContext(MessagesContext)
