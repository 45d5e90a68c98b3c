import { useMessages } from '../../i18n/messages-provider'
import { TextLink } from '../../ui/acts/text-link'

export interface StoreChoiceProps {
  readonly store: 'office' | 'training'
  readonly onSwitch: (store: 'office' | 'training') => void
}

/** The way into the training store and back. The program starts again for it: two stores are never open at once. */
export function StoreChoice({ store, onSwitch }: StoreChoiceProps) {
  const { t } = useMessages()
  const other = store === 'office' ? 'training' : 'office'
  return (
    <p className="sign-in-store">
      <TextLink onAct={() => onSwitch(other)}>{t(`training.goTo.${other}`)}</TextLink>
      <span>{t(`training.about.${other}`)}</span>
    </p>
  )
}
