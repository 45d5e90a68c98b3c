import { useState } from 'react'
import { standardHeadWord } from '#shared/application/catalogue/standard-list-file'
import { readPastedRows, standardColumns, type StandardRow } from '#shared/domain/catalogue/standard-list'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { TextArea } from '../../ui/fields/text-area'

export interface PasteDialogProps {
  readonly onRows: (rows: readonly StandardRow[]) => void
  readonly onClose: () => void
}

/** How issued lists head their columns, whatever language is on screen: such a row is no matter. */
const headWords = standardColumns.map(column => standardHeadWord(column).replace(/（.*/u, ''))

/** Nine columns as a spreadsheet puts them on the clipboard. */
export function PasteDialog({ onRows, onClose }: PasteDialogProps) {
  const { t, format } = useMessages()
  const [pasted, setPasted] = useState('')
  const rows = readPastedRows(pasted, headWords)
  return (
    <Dialog
      open
      width={760}
      help="catalogue"
      title={t('standard.paste')}
      onClose={onClose}
      acts={
        <>
          <Act showsKeys="Esc" onAct={onClose}>
            {t('standard.cancel')}
          </Act>
          <Act
            look="primary"
            keys="Ctrl+Enter"
            disabledBecause={rows.length === 0 ? t('standard.pasteNothing') : undefined}
            onAct={() => {
              onRows(rows)
              onClose()
            }}
          >
            {t('standard.pasteDo', { n: format.count(rows.length) })}
          </Act>
        </>
      }
    >
      <TextArea
        takesFocus
        label={t('standard.paste')}
        hint={t('standard.pasteHint')}
        value={pasted}
        rows={[8, 16]}
        onChange={setPasted}
      />
    </Dialog>
  )
}
