import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import type { ConsoleLink } from '../console-link'
import type { OfficeRow } from '../office-columns'
import type { ConsoleTexts } from '../texts'

export interface OfficeNameProps {
  readonly t: ConsoleTexts
  readonly link: ConsoleLink
  readonly office: OfficeRow
  readonly onChanged: () => void
}

export function OfficeName({ t, link, office: { officeId, name }, onChanged }: OfficeNameProps) {
  const [typed, setTyped] = useState(name)
  const [said, setSaid] = useState<{ readonly isDone: boolean; readonly title: string } | null>(null)
  const wish = typed.trim()
  const rename = async () => {
    const done = await link.renameOffice(officeId, wish)
    const trouble = done.ok ? null : done.problem.kind === 'refused' ? t.notRenamed : t.away
    setSaid({ isDone: trouble === null, title: trouble ?? t.renamed(wish) })
    if (done.ok) onChanged()
  }
  return (
    <form onSubmit={event => (event.preventDefault(), void rename())} aria-label={t.nameTitle}>
      <div className="console-line">
        <label className="console-field console-grow">
          {t.newName}
          <Input maxLength={60} value={typed} onChange={event => setTyped(event.target.value)} />
        </label>
        <Button htmlType="submit" disabled={wish === '' || wish === name}>
          {t.rename}
        </Button>
      </div>
      {said && (
        <Alert type={said.isDone ? 'success' : 'warning'} title={said.title} role={said.isDone ? 'status' : 'alert'} />
      )}
    </form>
  )
}
