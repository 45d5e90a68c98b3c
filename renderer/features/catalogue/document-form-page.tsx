import { useRef } from 'react'
import type { DocumentFieldProblem, DocumentForm } from '#shared/application/catalogue/document-form'
import { useMessages } from '../../i18n/messages-provider'
import { documentFieldWord } from '../../i18n/document-field-word'
import { problemSentence } from '../../i18n/problems'
import { refusalSentence } from '../../i18n/refusals'
import type { Translate } from '../../i18n/message'
import { Act } from '../../ui/acts/act'
import { focusInvalid } from '../../ui/fields/focus-invalid'
import { PageHead } from '../../ui/shell/page-head'
import { ProblemNote } from '../../ui/states/problem-note'
import type { DocumentFormDeskProps, StartOfDocument } from './document-form-desk'
import { DateFields, PlaceFields, WordFields, type FieldsProps } from './document-fields'
import { useDocumentForm } from './use-document-form'
import './document.css'

/** The form. Ctrl+Enter saves from anywhere; what is typed is kept sealed while it is not saved. */
export function DocumentFormPage(props: DocumentFormDeskProps & { readonly start: StartOfDocument }) {
  const { desk, start, onDone, onBack } = props
  const { t, format } = useMessages()
  const inHand = useDocumentForm(desk, start)
  const { form, draft, isBusy, problem, tried, problems, change, save, startAgain } = inHand
  const box = useRef<HTMLDivElement>(null)
  const isNew = start.before === null
  const errorOf = (name: keyof DocumentForm): string | null => {
    const found = tried ? problems[name] : undefined
    return found ? fieldSentence(found, t) : null
  }
  const submit = async (): Promise<void> => {
    const done = await save()
    if (done !== undefined) return onDone(done)
    focusInvalid(box.current)
  }
  const fields: FieldsProps = { desk, form, change, errorOf, isNew, isNumberingMissing: inHand.isNumberingMissing }
  return (
    <>
      <PageHead
        title={t(isNew ? 'document.adding' : 'document.editing')}
        notes={draft.kind === 'saved' ? t('document.draftKept', { time: format.time(draft.savedAt) }) : null}
        onBack={onBack}
        acts={
          <>
            {draft.kind === 'saved' ? <Act onAct={startAgain}>{t('document.startAgain')}</Act> : null}
            <Act look="primary" keys="Ctrl+Enter" busy={isBusy} onAct={() => void submit()}>
              {t(isNew ? 'document.catalogueIt' : 'document.save')}
            </Act>
          </>
        }
      />
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
      {start.changedMeanwhile.length > 0 && draft.kind === 'saved' ? (
        <p className="document-due is-late" role="status">
          {t('document.changedMeanwhile', {
            fields: start.changedMeanwhile.map(name => documentFieldWord(name, t)).join('、'),
          })}
        </p>
      ) : null}
      {draft.kind === 'failed' ? <ProblemNote sentence={problemSentence(draft.problem, t)} /> : null}
      <div ref={box} className="document-form">
        <WordFields {...fields} />
        <PlaceFields {...fields} />
        <DateFields {...fields} />
      </div>
    </>
  )
}

function fieldSentence(problem: DocumentFieldProblem, t: Translate): string {
  if (problem.kind === 'missing') return t('document.missing')
  if (problem.kind === 'tooLong') return t('document.tooLong', { n: problem.most })
  return refusalSentence(problem as { readonly kind: string }, t)
}
