import { useEffect, useState } from 'react'
import type { Language } from '../../i18n/translator'
import type { GuideBook } from './guide-tree'

const books = {
  'zh-CN': () => import('./zh-cn-book'),
  en: () => import('./en-book'),
} as const satisfies Readonly<Record<Language, () => Promise<{ book: GuideBook }>>>

/** The guide in the language on screen; null while it is read, `unreadable` where the built file is gone. */
export function useBook(language: Language): GuideBook | null | 'unreadable' {
  const [read, setRead] = useState<{ language: Language; book: GuideBook | 'unreadable' } | null>(null)
  useEffect(() => {
    let isWanted = true
    books[language]()
      .then(({ book }) => (isWanted ? setRead({ language, book }) : undefined))
      .catch(() => (isWanted ? setRead({ language, book: 'unreadable' }) : undefined))
    return () => {
      isWanted = false
    }
  }, [language])
  return read?.language === language ? read.book : null
}
