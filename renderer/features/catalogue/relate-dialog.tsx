import { useMemo, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { anyDocument, linesFor } from '#shared/application/catalogue/catalogue-list'
import type { DocumentLine, DocumentRecord } from '#shared/application/catalogue-ports'
import { roleFor } from '#shared/application/catalogue/document-form'
import type { RelationKind, Validity } from '#shared/domain/catalogue/document-facts'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { CheckBox } from '../../ui/fields/check-box'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { TextField } from '../../ui/fields/text-field'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { useWatch } from '../../ui/states/use-watch'

export interface RelateDialogProps {
  readonly desk: Desk
  readonly record: DocumentRecord
  readonly onClose: () => void
}

const kinds = ['amends', 'repeals', 'interprets'] as const satisfies readonly RelationKind[]

/** What the other document is after this one amended or repealed it. */
const validityAfter: Readonly<Partial<Record<RelationKind, Validity>>> = {
  amends: 'PARTLY_AMENDED',
  repeals: 'REPEALED',
}

const mostShown = 12

/** Relates this document to another one; both changes are one frame, all of it or nothing. */
export function RelateDialog({ desk, record, onClose }: RelateDialogProps) {
  const { t } = useMessages()
  const [kind, setKind] = useState<RelationKind>('amends')
  const [text, setText] = useState('')
  const [target, setTarget] = useState<DocumentLine | null>(null)
  const [alsoMarks, setAlsoMarks] = useState(true)
  const { isBusy, problem, run } = useRunning<Problem>()
  const kept = useWatch(desk.documents.watchLines)
  const { today, calendar } = desk
  const found = useMemo(
    () =>
      text.trim() === ''
        ? []
        : linesFor(kept?.lines ?? [], { ...anyDocument, text }, { today, calendar })
            .filter(({ documentId }) => documentId !== record.documentId)
            .slice(0, mostShown),
    [kept, text, today, calendar, record.documentId],
  )
  const validity = validityAfter[kind]
  const relate = async (): Promise<void> => {
    if (!target) return
    const done = await run(async () => {
      const role = roleFor(desk.me.posts)
      const facts = [{ type: 'document.related@1', open: { kind, to: target.documentId } }] as const
      const marks = alsoMarks && validity !== undefined && target.validity !== validity
      const acts = [
        { documentId: record.documentId, facts },
        ...(marks
          ? [
              {
                documentId: target.documentId,
                facts: [
                  { type: 'document.changed@1', open: { set: { validity }, base: { validity: target.validity } } },
                ] as const,
              },
            ]
          : []),
      ]
      const written = await desk.catalogue.write(role, acts)
      return written.ok ? { ok: true, value: true } : written
    })
    if (done) onClose()
  }
  return (
    <Dialog
      open
      width={680}
      help="catalogue"
      title={t('document.relate')}
      onClose={onClose}
      acts={
        <>
          <Act showsKeys="Esc" onAct={onClose}>
            {t('catalogue.cancel')}
          </Act>
          <Act
            look="primary"
            keys="Ctrl+Enter"
            busy={isBusy}
            disabledBecause={target ? undefined : t('document.relate.chooseFirst')}
            onAct={() => void relate()}
          >
            {t('document.relate.do')}
          </Act>
        </>
      }
    >
      <ChoiceGroup
        label={t('document.relate.kind')}
        value={kind}
        onChange={setKind}
        choices={kinds.map(each => ({ value: each, label: t(`document.relation.${each}`) }))}
      />
      <TextField
        takesFocus
        label={t('document.relate.find')}
        hint={t('document.relate.findHint')}
        value={text}
        onChange={typed => {
          setText(typed)
          setTarget(null)
        }}
      />
      <ul className="document-links">
        {found.map(line => (
          <li key={line.documentId}>
            <button
              type="button"
              className="document-pick"
              aria-pressed={target?.documentId === line.documentId}
              onClick={() => setTarget(line)}
            >
              {line.title} <small>{line.docNo ?? line.indexNo}</small>
            </button>
          </li>
        ))}
      </ul>
      {text.trim() !== '' && found.length === 0 ? <p className="document-note">{t('document.relate.none')}</p> : null}
      {validity === undefined ? null : (
        <CheckBox checked={alsoMarks} onChange={setAlsoMarks}>
          {t('document.relate.alsoMarks', { validity: t(`validity.${validity}`) })}
        </CheckBox>
      )}
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}
