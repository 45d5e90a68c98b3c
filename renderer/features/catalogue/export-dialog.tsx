import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { catalogueFileName, catalogueSheet, type CatalogueFormat } from '#shared/application/catalogue/catalogue-export'
import { isPublicLine } from '#shared/application/catalogue/catalogue-list'
import { exportCatalogue } from '#shared/application/intake/export-catalogue'
import type { DocumentLine, DocumentRecord } from '#shared/application/catalogue-ports'
import { roleFor } from '#shared/application/catalogue/document-form'
import type { Problem } from '#shared/contracts/problems'
import { ok, type Result } from '#shared/kernel/result'
import { useOffice } from '../../case-parts/use-office'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { CheckBox } from '../../ui/fields/check-box'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'

export interface ExportDialogProps {
  readonly desk: Desk
  /** In the order of the list, narrowed as it is. */
  readonly lines: readonly DocumentLine[]
  readonly onClose: () => void
}

const formats = ['xlsx', 'csv', 'jsonl'] as const satisfies readonly CatalogueFormat[]

/** 导出目录: what is on the list. Documents that are not public leave the program with the head only. */
export function ExportDialog({ desk, lines, onClose }: ExportDialogProps) {
  const { t, format: numbers } = useMessages()
  const [format, setFormat] = useState<CatalogueFormat>('xlsx')
  const [withClosed, setWithClosed] = useState(false)
  const [saved, setSaved] = useState<number | null>(null)
  const { isBusy, problem, run } = useRunning<Problem>()
  const office = useOffice(desk.offices)
  const topicNames = office?.topicNames ?? {}
  const open = lines.filter(isPublicLine)
  const chosen = withClosed ? lines : open
  const ids = chosen.map(({ documentId }) => documentId)
  const save = async (): Promise<void> => {
    const answer = await run(async (): Promise<Result<'saved' | 'cancelled', Problem>> => {
      const fileName = catalogueFileName(desk.today, format)
      if (format === 'jsonl') {
        const files = await exportCatalogue(chosen, {
          ...{ outtake: desk.outtake, book: desk.documents, format: 'jsonLines', fileName, topicNames },
          ...{ from: office?.name ?? '', agencies: office?.agencies ?? [], isPublicOnly: !withClosed },
          role: withClosed ? 'head' : roleFor(desk.me.posts),
          onProgress: () => undefined,
        })
        return files.ok ? ok(files.value === null ? 'cancelled' : 'saved') : files
      }
      const records = await allRecords(desk, chosen)
      const sheet = catalogueSheet(records, {
        title: t('catalogue.title'),
        wordOf: column => t(`document.field.${column}`),
        valueWord: (details, column) =>
          column === 'validity' ? t(`validity.${details.validity}`) : t(`attribute.${details.attribute}`),
        topicNames,
      })
      return desk.registers.save(fileName, { ...sheet, isMasked: !withClosed })
    })
    if (answer === 'saved') setSaved(ids.length)
    if (answer === 'cancelled') onClose()
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
            label={t('catalogue.export.format')}
            value={format}
            onChange={setFormat}
            choices={formats.map(each => ({ value: each, label: t(`catalogue.export.${each}`) }))}
          />
          <p className="dialog-hint">
            {t(format === 'jsonl' ? 'catalogue.export.withText' : 'catalogue.export.withoutText')}
          </p>
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
        <p role="status">{t('catalogue.export.saved', { n: numbers.count(saved) })}</p>
      )}
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}

const readAtOnce = 500

async function allRecords({ documents }: Desk, lines: readonly DocumentLine[]): Promise<readonly DocumentRecord[]> {
  const records: DocumentRecord[] = []
  for (let at = 0; at < lines.length; at += readAtOnce) {
    const some = await documents.get(lines.slice(at, at + readAtOnce).map(({ documentId }) => documentId))
    for (const record of some) if (record) records.push(record)
  }
  return records
}
