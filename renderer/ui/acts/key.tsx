import { useContext } from 'react'
import { useMessages } from '../../i18n/messages-provider'
import { isSingleCharacter, shortcutLabel, type Shortcut } from './shortcut'
import { SingleLettersContext } from './use-shortcuts'
import './acts.css'

/** A key cap. Hidden from readers, who hear aria-keyshortcuts of the control. Not drawn where the key is switched off. */
export function Key({ keys }: { readonly keys: Shortcut }) {
  const { t } = useMessages()
  const singleLetters = useContext(SingleLettersContext)
  if (!singleLetters && isSingleCharacter(keys)) return null
  return (
    <kbd className="key" aria-hidden="true">
      {shortcutLabel(keys, t)}
    </kbd>
  )
}
