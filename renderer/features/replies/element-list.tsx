import type { ElementState } from '#shared/application/requests/reply-elements'
import type { ReplyGap } from '#shared/application/requests/reply-check'
import { useMessages } from '../../i18n/messages-provider'
import { Icon } from '../../ui/marks/icon'
import { Mark } from '../../ui/marks/mark'
import './guided-path.css'

export interface ElementListProps {
  readonly elements: readonly ElementState[]
  /** To the field where a gap is closed. */
  readonly onGo: (gap: ReplyGap) => void
}

/** 要素 n / n: what the letter has to say, ticked off; what is missing leads to its field. */
export function ElementList({ elements, onGo }: ElementListProps) {
  const { t } = useMessages()
  if (elements.length === 0) return null
  const met = elements.filter(({ isMet }) => isMet).length
  return (
    <section className="elements" aria-label={t('decide.elements')}>
      <b className={met === elements.length ? 'elements-whole' : 'elements-count'} role="status">
        {t('decide.elements.count', { met, all: elements.length })}
      </b>
      <ul>
        {elements.map(({ element, isMet, gap }) => (
          <li key={element} className={isMet ? 'element' : 'element element-missing'}>
            {isMet ? <Icon name="check" size={13} /> : <Mark flag="soon" />}
            {gap ? (
              <button type="button" className="link" onClick={() => onGo(gap)}>
                {t('decide.elements.go', { element: t(`decide.element.${element}`) })}
              </button>
            ) : (
              <span>
                {t(`decide.element.${element}`)}
                <span className="unseen">{t(isMet ? 'decide.element.met' : 'decide.element.missing')}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
