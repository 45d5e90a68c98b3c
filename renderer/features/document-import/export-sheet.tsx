import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { isPublicLine } from '#shared/application/catalogue/catalogue-list'
import { exportCatalogue } from '#shared/application/intake/export-catalogue'
import { outtakeFormats, type OuttakeFormat } from '#shared/application/intake/ports'
import type { Problem } from '#shared/contracts/problems'
import type { Office } from '#shared/domain/agencies/office'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { CheckBox } from '../../ui/fields/check-box'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { Sheet } from '../../ui/sheets/sheet'
import { ProblemNote } from '../../ui/states/problem-note'
import { ProgressLine } from '../../ui/states/progress-line'
import { useRunning } from '../../ui/states/use-running'
import { importPost } from './import-post'

const endings: Readonly<Record<OuttakeFormat, string>> = {
  ...{ bag: '', folder: '', jsonLines: '.jsonl', csv: '.csv', xlsx: '.xlsx' },
}

/** The catalogue with every column; a package and a folder have the attachments, too. What is not public is the head's. */
export function ExportSheet({ desk, office }: { readonly desk: Desk; readonly office: Office }) {
  const { t } = useMessages()
  const { isBusy, problem, run } = useRunning<Problem>()
  const [format, setFormat] = useState<OuttakeFormat>('bag')
  const [withClosed, setWithClosed] = useState(false)
  const [done, setDone] = useState<number | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const save = async (): Promise<void> => {
    const role = withClosed ? 'head' : importPost(desk)
    if (!role) return
    setSaved(null)
    const files = await run(async () => {
      const lines = await desk.documents.linesNow()
      return exportCatalogue(
        lines.filter(line => (withClosed ? !line.isWithdrawn : isPublicLine(line))),
        {
          isPublicOnly: !withClosed,
          ...{ outtake: desk.outtake, book: desk.documents, format, role, from: office.name, onProgress: setDone },
          fileName: `${t('docImport.export.name')} ${desk.today}${endings[format]}`,
          agencies: office.agencies,
          topicNames: office.topicNames,
        },
      )
    })
    setDone(null)
    if (files) setSaved(files.join(t('docImport.join')))
  }
  return (
    <Sheet title={t('docImport.export.title')} aside={t('docImport.export.aside')}>
      <ChoiceGroup
        look="inline"
        label={t('docImport.export.format')}
        choices={outtakeFormats.map(value => ({ value, label: t(`docImport.export.${value}`) }))}
        value={format}
        onChange={setFormat}
      />
      {desk.me.posts.includes('head') ? (
        <CheckBox checked={withClosed} onChange={setWithClosed} note={t('docImport.export.closedNote')}>
          {t('docImport.export.closed')}
        </CheckBox>
      ) : null}
      <div className="doc-import-acts">
        <Act
          keys="Alt+E"
          busy={isBusy}
          disabledBecause={importPost(desk) ? undefined : t('docImport.posts')}
          onAct={() => void save()}
        >
          {t('docImport.export.do')}
        </Act>
      </div>
      {done === null ? null : <ProgressLine>{t('docImport.export.progress', { n: done })}</ProgressLine>}
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
      {saved === null ? null : <p role="status">{t('docImport.export.saved', { files: saved })}</p>}
    </Sheet>
  )
}
