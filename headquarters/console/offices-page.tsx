import { Alert, Button, Modal, Table } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import type { IssuedCode, OfficesAnswer } from '#shared/contracts/headquarters-console'
import type { ConsoleLink } from './console-link'
import { NewOffice } from './new-office'
import { officeColumns, type OfficeRow } from './office-columns'
import type { ConsoleTexts } from './texts'

export interface OfficesPageProps {
  readonly t: ConsoleTexts
  readonly link: ConsoleLink
  readonly other: { readonly label: string; readonly change: () => void }
}

const everyMs = 60_000

/** How every office stands, with the ones that need a look on top. Asked for again by itself. */
export function OfficesPage({ t, link, other }: OfficesPageProps) {
  const { answer, at, isAway, refresh } = useOffices(link)
  const [issued, setIssued] = useState<{ readonly name: string; readonly code: IssuedCode } | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const issue = async ({ officeId, name }: OfficeRow) => {
    const code = await link.issueCode(officeId)
    setTrouble(code.ok ? null : code.problem.kind === 'refused' ? t.noCode : t.away)
    if (code.ok) setIssued({ name, code: code.value })
  }
  const offices = answer?.offices ?? []
  const sum = (pick: (row: OfficeRow) => number) => offices.reduce((total, row) => total + pick(row), 0)
  return (
    <>
      <div className="console-head">
        <h1>{t.title}</h1>
        <Button onClick={() => void refresh()}>{t.refresh}</Button>
        <Button onClick={other.change}>{other.label}</Button>
      </div>
      {(isAway || trouble) && <Alert type="warning" title={trouble ?? t.away} role="alert" />}
      <div className="console-line">
        <p role="status">
          {answer &&
            `${t.sums(
              offices.length,
              sum(row => row.open),
              sum(row => row.overdue),
            )} · ${t.asOf(answer.on, at)}`}
        </p>
      </div>
      <Table<OfficeRow>
        rowKey="officeId"
        columns={officeColumns(t, row => void issue(row))}
        dataSource={offices}
        loading={answer === null}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        size="small"
      />
      <NewOffice t={t} link={link} onAdded={() => void refresh()} />
      <Modal
        open={issued !== null}
        title={issued && t.codeFor(issued.name)}
        onCancel={() => setIssued(null)}
        footer={<Button onClick={() => setIssued(null)}>{t.done}</Button>}
      >
        <p className="console-code">{issued?.code.code}</p>
        <p>{t.codeOnce}</p>
        <p>
          {t.keyPrint}
          <br />
          {issued?.code.keyPrint}
        </p>
      </Modal>
    </>
  )
}

/** The last answer stays on the screen while there is no new one. */
function useOffices(link: ConsoleLink) {
  const [answer, setAnswer] = useState<OfficesAnswer | null>(null)
  const [at, setAt] = useState('')
  const [isAway, setIsAway] = useState(false)
  const refresh = useCallback(async () => {
    const asked = await link.offices()
    setIsAway(!asked.ok)
    if (!asked.ok) return
    setAnswer(asked.value)
    setAt(new Date().toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false }))
  }, [link])
  useEffect(() => {
    void refresh()
    const timer = setInterval(() => void refresh(), everyMs)
    return () => clearInterval(timer)
  }, [refresh])
  return { answer, at, isAway, refresh }
}
