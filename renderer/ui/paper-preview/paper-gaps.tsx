import { useMessages } from '../../i18n/messages-provider'
import './paper-preview.css'

/** A character that no font has, with its code point and the page it stands on. */
export interface ShownGap {
  readonly character: string
  readonly codePoint: string
  readonly page: number
}

/** Which characters the clerk writes in by hand; nothing where there is none. */
export function PaperGaps({ gaps }: { readonly gaps: readonly ShownGap[] | undefined }) {
  const { t } = useMessages()
  if (!gaps || gaps.length === 0) return null
  const places = new Map(gaps.map(gap => [`${gap.page} ${gap.codePoint}`, gap]))
  return (
    <div className="paper-gaps" role="note">
      <p>{t('papers.gaps')}</p>
      <ul>
        {[...places].map(([place, { page, character, codePoint }]) => (
          <li key={place}>{t('papers.gap', { page, character, codePoint })}</li>
        ))}
      </ul>
    </div>
  )
}
