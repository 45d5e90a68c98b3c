import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import type { ConsoleLink } from './console-link'
import type { ConsoleTexts } from './texts'

export interface NewOfficeProps {
  readonly t: ConsoleTexts
  readonly link: ConsoleLink
  readonly onAdded: () => void
}

export function NewOffice({ t, link, onAdded }: NewOfficeProps) {
  const [placeCode, setPlaceCode] = useState('')
  const [name, setName] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const [isAdding, setIsAdding] = useState(false)
  const add = async () => {
    if (isAdding) return // Enter twice would be two offices
    setIsAdding(true)
    const added = await link.addOffice(placeCode.trim(), name.trim())
    setIsAdding(false)
    setTrouble(added.ok ? null : added.problem.kind === 'refused' ? t.notAdded : t.away)
    if (!added.ok) return
    setPlaceCode('')
    setName('')
    onAdded()
  }
  return (
    <form className="console-card" onSubmit={event => (event.preventDefault(), void add())} aria-label={t.newOffice}>
      <h2>{t.newOffice}</h2>
      <div className="console-line">
        <label className="console-field">
          {t.placeCode}
          <Input value={placeCode} placeholder={t.placeCodeHint} onChange={event => setPlaceCode(event.target.value)} />
        </label>
        <label className="console-field">
          {t.name}
          <Input value={name} onChange={event => setName(event.target.value)} />
        </label>
        <Button htmlType="submit" loading={isAdding}>
          {t.add}
        </Button>
      </div>
      {trouble && <Alert type="warning" title={trouble} role="alert" />}
    </form>
  )
}
