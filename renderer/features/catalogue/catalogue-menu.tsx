import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { DocumentLine } from '#shared/application/catalogue-ports'
import { useMessages } from '../../i18n/messages-provider'
import { Act } from '../../ui/acts/act'
import { ExportDialog } from './export-dialog'
import { GapsDialog } from './gaps-dialog'
import { SettingsDialog } from './settings-dialog'

export interface CatalogueMenuProps {
  readonly desk: Desk
  /** Of the whole catalogue. */
  readonly lines: readonly DocumentLine[]
  /** As the list is narrowed. */
  readonly found: readonly DocumentLine[]
  readonly onStandardLists: () => void
  readonly onImport: () => void
}

/** What concerns the whole catalogue. */
export function CatalogueMenu({ desk, lines, found, onStandardLists, onImport }: CatalogueMenuProps) {
  const { t } = useMessages()
  const [asked, setAsked] = useState<'gaps' | 'settings' | 'export' | null>(null)
  const close = (): void => setAsked(null)
  return (
    <>
      <Act onAct={onImport}>{t('docImport.title')}</Act>
      <Act onAct={onStandardLists}>{t('catalogue.standard')}</Act>
      <Act onAct={() => setAsked('gaps')}>{t('catalogue.gaps')}</Act>
      <Act onAct={() => setAsked('settings')}>{t('catalogue.settings')}</Act>
      <Act
        disabledBecause={found.length === 0 ? t('catalogue.export.nothing') : undefined}
        onAct={() => setAsked('export')}
      >
        {t('catalogue.export')}
      </Act>
      {asked === 'gaps' ? <GapsDialog lines={lines} onClose={close} /> : null}
      {asked === 'settings' ? <SettingsDialog desk={desk} onClose={close} /> : null}
      {asked === 'export' ? <ExportDialog desk={desk} lines={found} onClose={close} /> : null}
    </>
  )
}
