import { useState } from 'react'
import type { Ticked } from '#shared/application/catalogue-search'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { TextField } from '../../ui/fields/text-field'
import type { KeptSearches as Kept } from './use-kept-searches'

interface KeptSearchesProps {
  readonly kept: Kept
  readonly line: string
  readonly ticked: Ticked
  readonly onAgain: (line: string, ticked?: Ticked) => void
}

/** Saved searches, and while the box is empty the recent ones, one press each. */
export function KeptSearches({ kept, line, ticked, onAgain }: KeptSearchesProps) {
  const { t } = useMessages()
  const [isNaming, setNaming] = useState(false)
  const words = line.trim()
  if (words === '' && kept.saved.length + kept.recent.length === 0) return null
  return (
    <div className="lookup-kept">
      {kept.saved.length > 0 ? (
        <div role="group" aria-label={t('lookup.saved')} className="lookup-kept-group">
          {kept.saved.map(one => (
            <span key={one.name}>
              <button
                type="button"
                className="list-chip"
                aria-pressed={one.line === words}
                onClick={() => onAgain(one.line, one.ticked)}
              >
                {one.name}
              </button>
              <Act look="quiet" size="small" onAct={() => kept.forget(one.name)}>
                {t('lookup.forget', { name: one.name })}
              </Act>
            </span>
          ))}
        </div>
      ) : null}
      {words === '' && kept.recent.length > 0 ? (
        <div role="group" aria-label={t('lookup.recent')} className="lookup-kept-group">
          <span className="lookup-kept-label" aria-hidden="true">
            {t('lookup.recent')}
          </span>
          {kept.recent.map(recent => (
            <button key={recent} type="button" className="list-chip" onClick={() => onAgain(recent)}>
              {recent}
            </button>
          ))}
        </div>
      ) : null}
      {words === '' ? null : (
        <Act look="quiet" onAct={() => setNaming(true)}>
          {t('lookup.save')}
        </Act>
      )}
      {isNaming ? (
        <NameDialog
          first={words}
          onName={name => kept.save({ name, line: words, ticked })}
          onClose={() => setNaming(false)}
        />
      ) : null}
    </div>
  )
}

interface NameDialogProps {
  readonly first: string
  readonly onName: (name: string) => void
  readonly onClose: () => void
}

function NameDialog({ first, onName, onClose }: NameDialogProps) {
  const { t } = useMessages()
  const [name, setName] = useState(first)
  const typed = name.trim()
  return (
    <Dialog
      open
      title={t('lookup.save')}
      width={420}
      onClose={onClose}
      acts={
        <>
          <Act showsKeys="Esc" onAct={onClose}>
            {t('lookup.cancel')}
          </Act>
          <Act
            look="primary"
            keys="Ctrl+Enter"
            disabledBecause={typed === '' ? t('lookup.nameFirst') : undefined}
            onAct={() => (onName(typed), onClose())}
          >
            {t('lookup.saveDo')}
          </Act>
        </>
      }
    >
      <TextField label={t('lookup.saveName')} value={name} onChange={setName} maxLength={40} takesFocus />
    </Dialog>
  )
}
