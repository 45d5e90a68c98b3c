import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { isPublicLine } from '#shared/application/catalogue/catalogue-list'
import { exportCatalogue } from '#shared/application/intake/export-catalogue'
import type { OuttakeFormat } from '#shared/application/intake/ports'
import type { DocumentLine } from '#shared/application/catalogue-ports'
import { roleFor } from '#shared/application/catalogue/document-form'
import type { Problem } from '#shared/contracts/problems'
import { useOffice } from '../../case-parts/use-office'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { CheckBox } from '../../ui/fields/check-box'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { ProgressLine } from '../../ui/states/progress-line'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'

export interface ExportDialogProps {
  readonly desk: Desk
  /** In the order of the list, narrowed as it is. */
  readonly lines: readonly DocumentLine[]
  readonly onClose: () => void
}

const formats = ['xlsx', 'csv', 'jsonLines'] as const satisfies readonly OuttakeFormat[]
type Format = (typeof formats)[number]
/** Names are ASCII, because the file travels on sticks whose names other systems must read. */
const endings: Readonly<Record<Format, string>> = { xlsx: '.xlsx', csv: '.csv', jsonLines: '.jsonl' }

/** 导出目录: what is on the list. Documents that are not public leave the program with the head only. */
export function ExportDialog({ desk, lines, onClose }: ExportDialogProps) {
  const { t, format: numbers } = useMessages()
  const [format, setFormat] = useState<Format>('xlsx')
  const [withClosed, setWithClosed] = useState(false)
  const [done, setDone] = useState<number | null>(null)
  const [saved, setSaved] = useState<readonly string[] | null>(null)
  const { isBusy, problem, run } = useRunning<Problem>()
  const office = useOffice(desk.offices)
  const open = lines.filter(isPublicLine)
  const chosen = withClosed ? lines : open
  const ids = chosen.map(({ documentId }) => documentId)
  const save = async (): Promise<void> => {
    const files = await run(() =>
      exportCatalogue(chosen, {
        ...{ outtake: desk.outtake, book: desk.documents, format, topicNames: office?.topicNames ?? {} },
        ...{ from: office?.name ?? '', agencies: office?.agencies ?? [], isPublicOnly: !withClosed },
        fileName: `catalogue-${desk.today}${endings[format]}`,
        role: withClosed ? 'head' : roleFor(desk.me.posts),
        onProgress: setDone,
      }),
    )
    setDone(null)
    if (files) setSaved(files)
    if (files === null) onClose()
  }
  return (
    <Dialog
      open
      help="catalogue"
      title={t('catalogue.export')}
      onClose={onClose}
      acts={
        saved === null ? (
          <>
            <Act showsKeys="Esc" onAct={onClose}>
              {t('catalogue.cancel')}
            </Act>
            <Act
              look="primary"
              keys="Ctrl+Enter"
              busy={isBusy}
              disabledBecause={ids.length === 0 ? t('catalogue.export.nothing') : undefined}
              onAct={() => void save()}
            >
              {t('catalogue.export.do')}
            </Act>
          </>
        ) : (
          <Act look="primary" showsKeys="Esc" onAct={onClose}>
            {t('catalogue.close')}
          </Act>
        )
      }
    >
      {saved === null ? (
        <>
          <p>{t('catalogue.export.what', { n: numbers.count(ids.length) })}</p>
          <ChoiceGroup
            takesFocus
            label={t('catalogue.export.format')}
            value={format}
            onChange={setFormat}
            choices={formats.map(each => ({ value: each, label: t(`catalogue.export.${each}`) }))}
          />
          <p className="dialog-hint">{t('catalogue.export.withText')}</p>
          {open.length === lines.length ? null : desk.me.posts.includes('head') ? (
            <CheckBox checked={withClosed} onChange={setWithClosed} note={t('catalogue.export.closedNote')}>
              {t('catalogue.export.closed', { n: numbers.count(lines.length - open.length) })}
            </CheckBox>
          ) : (
            <p className="dialog-hint">
              {t('catalogue.export.onlyPublic', { n: numbers.count(lines.length - open.length) })}
            </p>
          )}
        </>
      ) : (
        <p role="status">
          {t('catalogue.export.saved', { n: numbers.count(ids.length), files: saved.join(t('docImport.join')) })}
        </p>
      )}
      {done === null ? null : <ProgressLine>{t('catalogue.export.progress', { n: numbers.count(done) })}</ProgressLine>}
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}
