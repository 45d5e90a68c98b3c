import { Alert, Button, Input, Table } from 'antd'
import { useState } from 'react'
import type { IssuedCode } from '#shared/contracts/headquarters-console'
import type { ConsoleLink } from './console-link'
import { IssuedCodeDialog } from './issued-code-dialog'
import { matchingOffices } from './matching-offices'
import { NewOffice } from './new-office'
import { officeColumns, type OfficeRow } from './office-columns'
import { OfficeDialog } from './office/office-dialog'
import { QuarantineDialog } from './quarantine/quarantine-dialog'
import type { ConsoleTexts } from './texts'
import type { OfficesAsked } from './use-offices'

export interface OfficesPageProps extends OfficesAsked {
  readonly t: ConsoleTexts
  readonly link: ConsoleLink
}

/** How every office stands, with the ones that need a look on top. */
export function OfficesPage({ t, link, answer, at, isAway, refresh }: OfficesPageProps) {
  const [issued, setIssued] = useState<{ readonly name: string; readonly code: IssuedCode } | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const [apart, setApart] = useState<OfficeRow | null>(null)
  const [opened, setOpened] = useState<number | null>(null)
  const [isIssuing, setIsIssuing] = useState(false)
  const issue = async ({ officeId, name }: OfficeRow) => {
    if (isIssuing) return // a second code would stand beside the first and be shown to nobody
    setIsIssuing(true)
    const code = await link.issueCode(officeId)
    setIsIssuing(false)
    setTrouble(code.ok ? null : code.problem.kind === 'refused' ? t.noCode : t.away)
    if (code.ok) setIssued({ name, code: code.value })
  }
  const offices = answer?.offices ?? []
  const inFront = offices.find(({ officeId }) => officeId === opened)
  const sum = (pick: (row: OfficeRow) => number) => offices.reduce((total, row) => total + pick(row), 0)
  const standing =
    answer &&
    t.sums(
      offices.length,
      sum(row => row.open),
      sum(row => row.overdue),
    )
  return (
    <>
      {(isAway || trouble) && <Alert type="warning" title={trouble ?? t.away} role="alert" />}
      <div className="console-line">
        <Input.Search
          className="console-search"
          aria-label={t.find}
          placeholder={t.find}
          allowClear
          value={words}
          onChange={event => setWords(event.target.value)}
        />
        <p role="status" className="console-grow">
          {answer && standing && `${standing} · ${t.asOf(answer.on, at)}`}
        </p>
        <Button onClick={() => void refresh()}>{t.refresh}</Button>
      </div>
      <Table<OfficeRow>
        rowKey="officeId"
        columns={officeColumns(t, {
          onCode: row => void issue(row),
          onApart: setApart,
          onOpen: row => setOpened(row.officeId),
        })}
        dataSource={matchingOffices(offices, words)}
        loading={answer === null && !isAway}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: offices.length === 0 ? t.noOffices : t.noneFound }}
        size="middle"
        scroll={{ x: 1100 }}
      />
      <NewOffice t={t} link={link} onAdded={() => void refresh()} />
      {apart && <QuarantineDialog {...{ t, link }} office={apart} onClose={() => (setApart(null), void refresh())} />}
      {inFront && (
        <OfficeDialog
          {...{ t, link }}
          office={inFront}
          onCode={() => (setOpened(null), void issue(inFront))}
          onChanged={() => void refresh()}
          onClose={() => (setOpened(null), void refresh())}
        />
      )}
      <IssuedCodeDialog t={t} issued={issued} onClose={() => setIssued(null)} />
    </>
  )
}
