import { useEffect, useState } from 'react'
import type { Language } from '../../i18n/translator'
import { languageRead, readLanguage } from '../../i18n/window-language'
import { standardLooks, type Contrast, type Looks, type LooksInHand } from '../../ui/theme/looks'

type Kept = Partial<Looks>

const place = 'records-desk-preferences'
const wantsMore = '(prefers-contrast: more)'

/**
 * How this window looks to whoever sits at it. Holds nothing about anybody, so it may lie in clear. Until somebody
 * has chosen, the contrast is the one that the operating system asks for.
 */
export function usePreferences(): LooksInHand {
  const [kept, setKept] = useState(read)
  const asked = useAskedContrast()
  const keep = (part: Kept) => {
    const next = { ...read(), ...part }
    localStorage.setItem(place, JSON.stringify(next))
    setKept(next)
  }
  const change = (part: Kept) => {
    if (part.language === undefined || languageRead(part.language)) return keep(part)
    // Where the file cannot be read the window stays in the language that it has.
    readLanguage(part.language).then(
      () => keep(part),
      () => undefined,
    )
  }
  const looks = { ...standardLooks, contrast: asked, ...kept }
  return { looks: languageRead(looks.language) ? looks : { ...looks, language: 'zh-CN' }, change }
}

/** The language that was chosen last; read before the window is drawn. */
export const keptLanguage = (): Language => read().language ?? standardLooks.language

function useAskedContrast(): Contrast {
  const [media] = useState(() => matchMedia(wantsMore))
  const [more, setMore] = useState(media.matches)
  useEffect(() => {
    const follow = () => setMore(media.matches)
    media.addEventListener('change', follow)
    return () => media.removeEventListener('change', follow)
  }, [media])
  return more ? 'high' : 'standard'
}

function read(): Kept {
  try {
    return known(JSON.parse(localStorage.getItem(place) ?? '{}') as Kept)
  } catch {
    return {}
  }
}

/** What another version kept, as far as it is understood. */
const known = ({ language, typeSize, contrast, singleKeys }: Kept): Kept => ({
  ...(language === 'en' ? { language } : {}),
  ...(typeSize === 'large' ? { typeSize } : {}),
  ...(contrast === 'high' || contrast === 'standard' ? { contrast } : {}),
  ...(singleKeys === false ? { singleKeys } : {}),
})
