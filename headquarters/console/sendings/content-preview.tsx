import { Descriptions } from 'antd'
import type { ReactNode } from 'react'
import type { ConsoleTexts } from '../texts'
import { DocumentsPreview } from './documents-preview'
import type { Content } from './read-content'

export interface ContentPreviewProps {
  readonly t: ConsoleTexts
  readonly content: Content
}

/** What would be sent, in the words that matter: which days, from when, which documents. */
export function ContentPreview({ t, content }: ContentPreviewProps) {
  return (
    <Descriptions
      column={1}
      size="small"
      title={content.title}
      items={linesOf(t, content).map(([label, children]) => ({ key: label, label, children }))}
    />
  )
}

function linesOf(t: ConsoleTexts, content: Content): readonly (readonly [label: string, words: ReactNode])[] {
  switch (content.kind) {
    case 'calendar': {
      const { notice, holidays, workdays } = content.calendar
      const dates = (days: readonly { readonly date: string }[]) => days.map(({ date }) => date.slice(5)).join('、')
      return [
        [t.basis, notice],
        [t.holidays(holidays.length), dates(holidays)],
        [t.workdays(workdays.length), dates(workdays)],
      ]
    }
    case 'lawPack': {
      const { effectiveFrom, effectiveTo, sources } = content.pack
      return [
        [t.effective, effectiveTo ? `${effectiveFrom} – ${effectiveTo}` : effectiveFrom],
        [t.basis, sources.map(({ title }) => title).join('、')],
      ]
    }
    case 'notice':
      return [[t.noticeText, content.text.length > 400 ? `${content.text.slice(0, 400)}…` : content.text]]
    case 'documents':
      return [[t.documents, <DocumentsPreview key="documents" t={t} lines={content.lines} />]]
  }
}
