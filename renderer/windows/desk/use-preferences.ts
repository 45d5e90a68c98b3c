import { useState } from 'react'
import type { Language } from '../../i18n/translator'
import type { TypeSize } from '../../ui/theme/type-size'

interface Preferences {
  readonly language: Language
  readonly typeSize: TypeSize
}

const place = 'records-desk-preferences'
const first: Preferences = { language: 'zh-CN', typeSize: 'standard' }

/** How this window looks to whoever sits at it. Holds nothing about anybody, so it may lie in clear. */
export function usePreferences() {
  const [preferences, setPreferences] = useState(read)
  const change = (part: Partial<Preferences>) => {
    const next = { ...preferences, ...part }
    localStorage.setItem(place, JSON.stringify(next))
    setPreferences(next)
  }
  return [preferences, change] as const
}

function read(): Preferences {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Preferences>
    return {
      language: kept.language === 'en' ? 'en' : first.language,
      typeSize: kept.typeSize === 'large' ? 'large' : first.typeSize,
    }
  } catch {
    return first
  }
}
