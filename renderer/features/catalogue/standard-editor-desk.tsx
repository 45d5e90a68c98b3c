import { useEffect, useState } from 'react'
import type { Desk } from '#shared/application/desk'
import {
  newStandardList,
  standardDraftName,
  takeUpListDraft,
  untouchedList,
} from '#shared/application/catalogue/standard-list-draft'
import type { StandardListRecord } from '#shared/application/catalogue-ports'
import { useMessages } from '../../i18n/messages-provider'
import { ProgressLine } from '../../ui/states/progress-line'
import { useLate } from '../../ui/states/use-late'
import { StandardEditor, type StandardEditorProps } from './standard-editor'
import type { StartOfList } from './use-list-draft'

/** The editor of one list, over a draft that survives a crash: read before anything can be typed. */
export function StandardEditorDesk(props: Omit<StandardEditorProps, 'start'>) {
  const { desk, record } = props
  const { t } = useMessages()
  const [start, setStart] = useState<StartOfList | null>(null)
  const isSlow = useLate(start === null)
  const [first] = useState({ drafts: desk.drafts, record })
  useEffect(() => {
    let isHere = true
    void startOf(first.drafts, first.record).then(ready => (isHere ? setStart(ready) : undefined))
    return () => {
      isHere = false
    }
  }, [first])
  if (!start) return isSlow ? <ProgressLine>{t('standard.reading')}</ProgressLine> : null
  return <StandardEditor {...props} start={start} />
}

async function startOf(drafts: Desk['drafts'], record: StandardListRecord | null): Promise<StartOfList> {
  const draftName = standardDraftName(record?.listId ?? null)
  const now = record?.kept.list ?? newStandardList
  const kept = await drafts.load(draftName)
  if (kept.ok && kept.value) {
    const { content, savedAt } = kept.value
    return { draftName, held: takeUpListDraft(content, now), draft: { kind: 'saved', savedAt } }
  }
  const isUnread = !kept.ok && kept.problem.kind !== 'notFound'
  return {
    ...{ draftName, held: untouchedList(now) },
    draft: isUnread ? { kind: 'failed', problem: kept.problem } : { kind: 'none' },
  }
}
