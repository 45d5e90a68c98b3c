import { useRef, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import type { RequestRecord } from '#shared/application/ports'
import { recordSearch } from '#shared/application/requests/case-acts'
import {
  checkSearch,
  readCount,
  type SearchDraft,
  type SearchField,
  type SearchProblems,
} from '#shared/application/requests/search-check'
import { suggestedResult } from '#shared/application/requests/suggested-words'
import type { Problem } from '#shared/contracts/problems'
import { useMessages } from '../../i18n/messages-provider'
import { problemSentence } from '../../i18n/problems'
import { Act } from '../../ui/acts/act'
import { Dialog } from '../../ui/dialogs/dialog'
import { DateField } from '../../ui/date-field/date-field'
import { drawNow } from '../../ui/fields/draw-now'
import { focusInvalid } from '../../ui/fields/focus-invalid'
import { TextArea } from '../../ui/fields/text-area'
import { TextField } from '../../ui/fields/text-field'
import { ProblemNote } from '../../ui/states/problem-note'
import { useRunning } from '../../ui/states/use-running'
import { natureIn } from './day-nature'
import { searchFieldSentence } from './form-sentences'
import { written } from '../../case-parts/written'

export interface SearchDialogProps {
  readonly desk: Desk
  readonly record: RequestRecord
  readonly draft: SearchDraft
  readonly onDraft: (draft: SearchDraft) => void
  readonly onClose: () => void
  readonly onDone: () => void
}

/** 检索记录: everything that a reply must be able to prove of the search. */
export function SearchDialog({ desk, record, draft, onDraft, onClose, onDone }: SearchDialogProps) {
  const { t } = useMessages()
  const [isTried, setTried] = useState(false)
  const { isBusy, problem, run } = useRunning<Problem>()
  const fields = useRef<HTMLDivElement>(null)
  const { problems, form } = checkSearch(draft)
  const save = async (): Promise<void> => {
    drawNow(() => setTried(true))
    if (focusInvalid(fields.current) || !form) return
    if (await run(() => written(recordSearch(desk, record.requestId, form)))) onDone()
  }
  return (
    <Dialog
      open
      width={820}
      title={t('requests.offer.search')}
      help="examining"
      onClose={onClose}
      note={
        isTried && !form
          ? t('requests.search.incomplete', { n: Object.keys(problems).length })
          : t('requests.search.note')
      }
      acts={
        <>
          <Act showsKeys="Esc" onAct={onClose}>
            {t('requests.cancel')}
          </Act>
          <Act look="primary" keys="Ctrl+Enter" busy={isBusy} onAct={() => void save()}>
            {t('requests.search.do')}
          </Act>
        </>
      }
    >
      <div ref={fields}>
        <SearchFields
          desk={desk}
          record={record}
          draft={draft}
          onChange={change => onDraft(withResult(draft, { ...draft, ...change }))}
          problems={isTried ? problems : {}}
        />
      </div>
      {problem ? <ProblemNote sentence={problemSentence(problem, t)} /> : null}
    </Dialog>
  )
}

/** The result sentence follows the number found until somebody writes their own. */
function withResult(before: SearchDraft, after: SearchDraft): SearchDraft {
  if (after.found === before.found) return after
  const [was, is] = [readCount(before.found), readCount(after.found)]
  const isOwn = before.result.trim() !== '' && !(was.ok && before.result === suggestedResult(was.value))
  if (isOwn) return after
  return { ...after, result: is.ok ? suggestedResult(is.value) : '' }
}

interface SearchFieldsProps {
  readonly desk: Desk
  readonly record: RequestRecord
  readonly draft: SearchDraft
  readonly onChange: (change: Partial<SearchDraft>) => void
  readonly problems: SearchProblems
}

function SearchFields({ desk, record, draft, onChange, problems }: SearchFieldsProps) {
  const translator = useMessages()
  const { t } = translator
  const about = (field: SearchField) => {
    const label = t(`requests.search.${field}`)
    const problem = problems[field]
    return { label, error: problem ? searchFieldSentence(problem, label, translator) : null }
  }
  const text = (field: Exclude<SearchField, 'searchedOn'>) => ({
    ...about(field),
    value: draft[field],
    onChange: (value: string) => onChange({ [field]: value }),
  })
  return (
    <div className="search-fields">
      <TextArea {...text('places')} hint={t('requests.search.placesHint')} rows={[2, 4]} takesFocus />
      <TextArea {...text('words')} hint={t('requests.search.wordsHint')} rows={[2, 4]} />
      <TextArea {...text('unitsAsked')} hint={t('requests.search.unitsAskedHint')} rows={[2, 4]} />
      <div className="search-period">
        <TextField {...text('periodFrom')} placeholder="2018-01" />
        <TextField {...text('periodTo')} placeholder="2019-12" />
        <p className="field-hint">{t('requests.search.periodHint')}</p>
      </div>
      <DateField
        {...about('searchedOn')}
        value={draft.searchedOn}
        onChange={searchedOn => onChange({ searchedOn })}
        today={desk.today}
        earliestOn={record.request.receivedOn ?? record.request.arrivedOn}
        latestOn={desk.today}
        natureOf={natureIn(desk.calendar)}
      />
      <TextField {...text('found')} inputMode="numeric" hint={t('requests.search.foundHint')} />
      <div className="search-whole">
        <TextArea {...text('result')} hint={t('requests.search.resultHint')} rows={[2, 5]} />
      </div>
    </div>
  )
}
