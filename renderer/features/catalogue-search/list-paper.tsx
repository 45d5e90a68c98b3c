import type { FoundPage } from '#shared/application/catalogue-search'
import type { Desk } from '#shared/application/desk'
import type { PrintedTable } from '#shared/application/registers/printed-table'
import { TablePaperDialog } from '../../case-parts/table-paper-dialog'
import { useOffice } from '../../case-parts/use-office'
import { translatorFor } from '../../i18n/translator'
import { sideValueWords, type TopicNames } from './side-words'

interface ListPaperProps {
  readonly desk: Desk
  readonly page: FoundPage
  readonly line: string
  readonly onClose: () => void
}

/** The list on screen, for the visitor to take along. */
export function ListPaper({ desk, page, line, onClose }: ListPaperProps) {
  const office = useOffice(desk.offices)
  if (!office) return null
  const { name: issuer, topicNames: topics } = office
  return (
    <TablePaperDialog
      papers={desk.papers}
      fileName={`documents-${desk.today}.pdf`}
      table={{ ...listTable({ page, line, topics }), issuer, madeOn: desk.today }}
      onClose={onClose}
    />
  )
}

/** Its words are Chinese whatever the language of the screen. */
export function listTable({
  page,
  line,
  topics,
}: Pick<ListPaperProps, 'page' | 'line'> & { readonly topics: TopicNames }): Omit<PrintedTable, 'issuer' | 'madeOn'> {
  const { t } = translatorFor('zh-CN')
  const { hits, total } = page
  const rows = hits.map(({ title, docNo, facets, documentDate }, at) => [
    ...[String(at + 1), title.text, docNo.text, facets.issuer, documentDate ?? ''],
    sideValueWords('validity', facets.validity, { t, topics }),
  ])
  const words = line.trim() === '' ? '全部公开文件' : `查「${line.trim()}」`
  return {
    ...{ title: '政府信息检索清单', subtitle: `${words}，共 ${total} 份，列出 ${hits.length} 份` },
    ...{ notes: [], signatures: [] },
    parts: [
      {
        columns: [
          { label: '序号', share: 0.06 },
          { label: '标题', share: 0.4 },
          { label: '文号', share: 0.2 },
          { label: '发文机关', share: 0.14 },
          { label: '成文日期', share: 0.11 },
          { label: '有效性', share: 0.09 },
        ],
        rows,
        whenEmpty: '没有查到文件。',
      },
    ],
  }
}
