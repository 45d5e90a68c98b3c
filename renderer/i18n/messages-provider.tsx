import { createContext, useContext, useLayoutEffect, useMemo, type ReactNode } from 'react'
import { translatorFor, type Language, type Translator } from './translator'

const MessagesContext = createContext<Translator>(translatorFor('zh-CN'))

export interface MessagesProviderProps {
  readonly language: Language
  readonly children: ReactNode
}

/** Holds no state: the window keeps the chosen language with its other preferences and passes it in. */
export function MessagesProvider({ language, children }: MessagesProviderProps) {
  const translator = useMemo(() => translatorFor(language), [language])
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return <MessagesContext value={translator}>{children}</MessagesContext>
}

export const useMessages = (): Translator => useContext(MessagesContext)
