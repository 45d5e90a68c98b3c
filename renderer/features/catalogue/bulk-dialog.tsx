import { useState } from 'react'
import type { Desk } from '#shared/application/desk'
import { changeAll, type Undoing } from '#shared/application/catalogue/bulk-edit'
import { namedTopics } from '#shared/domain/catalogue/topic-classes'
import type { DocumentEdit } from '#shared/domain/catalogue/document-changes'
import type { DisclosureAttribute, DocumentId, Validity } from '#shared/domain/catalogue/document-facts'
import type { Problem } from '#shared/contracts/problems'
import { useOffice } from '../../case-parts/use-office'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { ChoiceGroup } from '../../ui/fields/choice-group'
import { SelectField } from '../../ui/fields/select-field'
import { TextField } from '../../ui/fields/text-field'
import { ProblemNote } from '../../ui/states/problem-note'
import { attributes, topicChoices, validities } from './choices'

export interface BulkDialogProps {
  readonly desk: Desk
  readonly chosen: ReadonlySet<DocumentId>
  readonly onDone: (done: { readonly changed: number; readonly undo: readonly Undoing[] }) => void
  readonly onClose: () => void
}

const kinds = ['topicClass', 'validity', 'attribute'] as const
type Kind = (typeof kinds)[number]

/** One thing of many documents, with their number before it is done, and how far it came where it stops. */
export function BulkDialog({ desk, chosen, onDone, onClose }: BulkDialogProps) {
  const { t, format } = useMessages()
  const topicNames = useOffice(desk.offices)?.topicNames ?? {}
  const [kind, setKind] = useState<Kind>('topicClass')
  const [topicClass, setTopic] = useState<string | null>(null)
  const [validity, setValidity] = useState<Validity>('VALID')
  const [attribute, setAttribute] = useState<DisclosureAttribute>('ON_REQUEST')
  const [reason, setReason] = useState('')
  const [progress, setProgress] = useState<{ readonly done: number; readonly of: number } | null>(null)
  const [stopped, setStopped] = useState<{ readonly problem: Problem; readonly changed: number } | null>(null)
  const isClosing = kind === 'attribute' && attribute !== 'PROACTIVE'
  const edit = editFor({ kind, topicClass, validity, attribute, reason, today: desk.today })
  const change = async (): Promise<void> => {
    if (!edit || progress) return
    setStopped(null)
    setProgress({ done: 0, of: chosen.size })
    const { documents, catalogue, me } = desk
    const parts = {
      ...{ documents, catalogue, posts: me.posts },
      onProgress: (done: number, of: number) => setProgress({ done, of }),
    }
    const answer = await changeAll(parts, [...chosen], edit)
    setProgress(null)
    onDone(answer.ok ? answer.value : answer.problem)
    if (answer.ok) onClose()
    else setStopped(answer.problem)
  }
  return (
    <Dialog
      open
      help="catalogue"
      title={t('catalogue.bulk.title', { n: format.count(chosen.size) })}
      onClose={onClose}
      acts={
        <>
          <Act showsKeys="Esc" onAct={onClose}>
            {t('catalogue.cancel')}
          </Act>
          <Act
            look="primary"
            keys="Ctrl+Enter"
            busy={progress !== null}
            disabledBecause={
              edit ? undefined : t(isClosing ? 'catalogue.bulk.reasonFirst' : 'catalogue.bulk.chooseFirst')
            }
            onAct={() => void change()}
          >
            {t('catalogue.bulk.do', { n: format.count(chosen.size) })}
          </Act>
        </>
      }
    >
      <ChoiceGroup
        label={t('catalogue.bulk.what')}
        value={kind}
        onChange={setKind}
        choices={kinds.map(each => ({ value: each, label: t(`document.field.${each}`) }))}
      />
      {kind === 'topicClass' ? (
        <SelectField
          label={t('document.field.topicClass')}
          value={topicClass}
          placeholder={t('document.chooseTopic')}
          onChange={setTopic}
          choices={topicChoices(namedTopics(topicNames))}
        />
      ) : null}
      {kind === 'validity' ? (
        <SelectField
          label={t('document.field.validity')}
          value={validity}
          onChange={setValidity}
          choices={validities.map(each => ({ value: each, label: t(`validity.${each}`) }))}
        />
      ) : null}
      {kind === 'attribute' ? (
        <SelectField
          label={t('document.field.attribute')}
          value={attribute}
          onChange={setAttribute}
          choices={attributes.map(each => ({ value: each, label: t(`attribute.${each}`) }))}
        />
      ) : null}
      {isClosing ? (
        <TextField
          label={t('document.field.closedBecause')}
          hint={t('catalogue.bulk.closing')}
          value={reason}
          maxLength={500}
          onChange={setReason}
        />
      ) : null}
      {kind === 'attribute' && !isClosing ? <p className="dialog-hint">{t('catalogue.bulk.publishing')}</p> : null}
      {progress ? (
        <p role="status">
          {t('catalogue.bulk.progress', { n: format.count(progress.done), of: format.count(progress.of) })}
        </p>
      ) : null}
      {stopped ? (
        <>
          <ProblemNote sentence={problemSentence(stopped.problem, t)} />
          <p>{t('catalogue.bulk.stopped', { n: format.count(stopped.changed) })}</p>
        </>
      ) : null}
    </Dialog>
  )
}

interface Chosen {
  readonly kind: Kind
  readonly topicClass: string | null
  readonly validity: Validity
  readonly attribute: DisclosureAttribute
  readonly reason: string
  readonly today: Desk['today']
}

/** Null while something is to be said yet. What was not published is published today. */
function editFor({ kind, topicClass, validity, attribute, reason, today }: Chosen): DocumentEdit | null {
  if (kind === 'topicClass') return topicClass === null ? null : { set: { topicClass } }
  if (kind === 'validity') return { set: { validity } }
  if (attribute === 'PROACTIVE') return { set: { attribute, publishedOn: today } }
  const closedBecause = reason.trim()
  return closedBecause === '' ? null : { set: { attribute, publishedOn: null }, words: { closedBecause } }
}
