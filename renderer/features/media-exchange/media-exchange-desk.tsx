import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { useStaffNames } from '../../case-parts/use-staff-names'
import { useMessages } from '../../i18n/messages-provider'
import { PageHead } from '../../ui/shell/page-head'
import { ProgressLine } from '../../ui/states/progress-line'
import { useWatch } from '../../ui/states/use-watch'
import { BundleImport } from './bundle-import'
import { ExportForm } from './export-form'
import { emptyFields, type ExportFields } from './export-order'
import { MediaRegister } from './media-register'
import { MediaSheet } from './media-sheet'
import { RunningExport } from './running-export'
import { SlipDialog } from './slip-dialog'
import { UnseenEndSheet } from './unseen-end-sheet'
import { useExport } from './use-export'
import { useMedia } from './use-media'
import './media-exchange.css'

export interface MediaExchangeDeskProps {
  readonly desk: Desk
  /** Name of the export that the program was opened with: the clerk goes on there. */
  readonly offered?: string | undefined
}

/** 介质导出: what goes onto which medium, how far it is, the slip that goes with it, and what is still outside. */
export function MediaExchangeDesk({ desk, offered }: MediaExchangeDeskProps) {
  const { t } = useMessages()
  const office = useWatch(desk.offices.watchOffice)?.office
  const records = useWatch(desk.requests.watchAll)
  const nameOf = useStaffNames(desk)
  const seen = useMedia(desk.media)
  const running = useExport(desk.media, desk.me)
  const [slipOf, setSlipOf] = useState<string | null>(null)
  // Here and not in the form, which makes room for the running export: a stick that is pulled takes nothing that was typed.
  const [fields, setFields] = useState<ExportFields>(() => emptyFields(desk.today))
  if (!office || !records || !seen.media) return <ProgressLine>{t('media.loading')}</ProgressLine>
  const { state } = running
  const again = (): void => {
    setFields(emptyFields(desk.today)) // another medium has another number, and its own receiver
    running.forget()
  }
  const slipped = office.media.out.find(({ exportId }) => exportId === slipOf)
  return (
    <>
      <PageHead title={t('media.title')} />
      <div className="media">
        {state.kind === 'idle' || state.kind === 'failed' ? (
          <>
            <UnseenEndSheet media={desk.media} />
            <ExportForm
              {...{ desk, office, records, nameOf, seen, fields }}
              onChange={changed => setFields(now => ({ ...now, ...changed }))}
              problem={state.kind === 'failed' ? state.problem : null}
              onStart={running.start}
            />
          </>
        ) : (
          <RunningExport state={state} onCancel={running.cancel} onSlip={setSlipOf} onAgain={again} />
        )}
        <BundleImport desk={desk} seen={seen} offered={offered} isExporting={state.kind === 'running'} />
        <MediaSheet desk={desk} seen={seen} />
        <MediaRegister desk={desk} book={office.media} nameOf={nameOf} onSlip={setSlipOf} />
      </div>
      {slipped ? <SlipDialog desk={desk} medium={slipped} onClose={() => setSlipOf(null)} /> : null}
    </>
  )
}
