import { useMessages } from '../../i18n/messages-provider'
import { shortcutLabel, type Shortcut } from './shortcut'
import './acts.css'

/** A key cap. Hidden from readers, who hear aria-keyshortcuts of the control. */
export function Key({ keys }: { readonly keys: Shortcut }) {
  const { t } = useMessages()
  return (
    <kbd className="key" aria-hidden="true">
      {shortcutLabel(keys, t)}
    </kbd>
  )
}
