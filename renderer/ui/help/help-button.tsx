import { useContext } from 'react'
import { useMessages } from '../../i18n/messages-provider'
import { Key } from '../acts/key'
import { Icon } from '../marks/icon'
import { HelpContext } from './help-context'
import './help-button.css'

/** 帮助 F1, on every bar and door. The key itself acts everywhere, also where this button is covered by a dialog. */
export function HelpButton() {
  const { t } = useMessages()
  const open = useContext(HelpContext)
  if (!open) return null
  return (
    <button type="button" className="help-button" aria-keyshortcuts="F1" title={`${t('guide.help')} F1`} onClick={open}>
      <Icon name="help" size={18} />
      <span>{t('guide.help')}</span>
      <Key keys="F1" />
    </button>
  )
}
