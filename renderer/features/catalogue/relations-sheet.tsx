import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { DocumentRecord } from '#shared/application/catalogue-ports'
import { roleFor } from '#shared/application/catalogue/document-form'
import type { DocumentId, Relation } from '#shared/domain/catalogue/document-facts'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Sheet } from '../../ui/sheets/sheet'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { useWatch } from '../../ui/states/use-watch'
import { RelateDialog } from './relate-dialog'
import { useRecords } from './use-records'

export interface RelationsSheetProps {
  readonly desk: Desk
  readonly record: DocumentRecord
  readonly mayWrite: boolean
  readonly onOpen: (documentId: DocumentId) => void
}

/** 关联文件, both ways: what this one amends, repeals or interprets, and what does so to it. */
export function RelationsSheet({ desk, record, mayWrite, onOpen }: RelationsSheetProps) {
  const { t } = useMessages()
  const [isAdding, setAdding] = useState(false)
  const { problem, run } = useRunning<Problem>()
  const { documentId, document } = record
  const [watch] = useState(() => desk.documents.watchRelatedTo(documentId))
  const pointing = useWatch(watch) ?? []
  const targets = useRecords(desk, document.relations)
  const unrelate = (relation: Relation) =>
    void run(async () => {
      const role = roleFor(desk.me.posts)
      const facts = [{ type: 'document.unrelated@1', open: relation }] as const
      const written = await desk.catalogue.write(role, [{ documentId, facts }])
      return written.ok ? { ok: true, value: true } : written
    })
  const isEmpty = document.relations.length === 0 && pointing.length === 0
  return (
    <Sheet
      title={t('document.relations')}
      acts={
        mayWrite ? (
          <Act size="small" icon="add" keys="R" onAct={() => setAdding(true)}>
            {t('document.relate')}
          </Act>
        ) : null
      }
    >
      {isEmpty ? <p className="document-note">{t('document.noRelations')}</p> : null}
      <ul className="document-links">
        {document.relations.map(relation => {
          const title = targets.get(relation.to)?.document.details.title ?? t('document.unknown')
          return (
            <li key={`${relation.kind}/${relation.to}`}>
              <span className="document-relation">{t(`document.relation.${relation.kind}`)}</span>
              <button type="button" className="link" onClick={() => onOpen(relation.to)}>
                {title}
              </button>
              {mayWrite ? (
                <button
                  type="button"
                  className="document-remove"
                  aria-label={t('document.unrelate', { title })}
                  onClick={() => unrelate(relation)}
                >
                  ×
                </button>
              ) : null}
            </li>
          )
        })}
        {pointing.flatMap(other =>
          other.document.relations
            .filter(({ to }) => to === documentId)
            .map(({ kind }) => (
              <li key={`${kind}/${other.documentId}`}>
                <span className="document-relation">{t(`document.relatedBy.${kind}`)}</span>
                <button type="button" className="link" onClick={() => onOpen(other.documentId)}>
                  {other.document.details.title}
                </button>
              </li>
            )),
        )}
      </ul>
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
      {isAdding ? <RelateDialog desk={desk} record={record} onClose={() => setAdding(false)} /> : null}
    </Sheet>
  )
}
