import { Alert, Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import type { FoundDocument } from '#shared/contracts/headquarters-sendings'
import type { ConsoleLink } from '../console-link'
import type { OfficeRow } from '../office-columns'
import type { ConsoleTexts } from '../texts'
import { documentLine } from './document-line'
import { isLongEnough } from './is-long-enough'
import type { Content } from './read-content'

export interface OfficeDocumentsProps {
  readonly t: ConsoleTexts
  readonly link: ConsoleLink
  readonly offices: readonly OfficeRow[]
  readonly onContent: (content: Content) => void
}

interface Found {
  readonly officeId: number
  readonly documents: readonly FoundDocument[]
}

/** Documents that one office has published, to be sent on to others. */
export function OfficeDocuments({ t, link, offices, onContent }: OfficeDocumentsProps) {
  const [officeId, setOfficeId] = useState<number | null>(null)
  const [words, setWords] = useState('')
  const [answer, setAnswer] = useState<Found | null>(null)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [isAway, setIsAway] = useState(false)
  const office = offices.find(one => one.officeId === officeId)
  const mayAsk = office !== undefined && isLongEnough(words)
  // What was found in one office never stands under, and is never sent as, another's.
  const found = answer && answer.officeId === officeId ? answer.documents : null
  const find = async () => {
    if (!office || !mayAsk) return
    const asked = await link.documents(office.officeId, words.trim())
    setIsAway(!asked.ok)
    setChosen([])
    setAnswer(asked.ok ? { officeId: office.officeId, documents: asked.value } : null)
  }
  const take = () => {
    if (!office || !found) return
    const lines = found
      .filter(({ documentId }) => chosen.includes(documentId))
      .map(one => documentLine(one, office.name))
    onContent({ kind: 'documents', title: t.documentsOf(office.name), lines })
  }
  return (
    <fieldset className="console-fields console-plain">
      <legend>{t.orOffice}</legend>
      <form className="console-line" onSubmit={event => (event.preventDefault(), void find())}>
        <label className="console-field">
          {t.fromOffice}
          <Select
            className="console-search"
            showSearch={{ optionFilterProp: 'label' }}
            value={officeId}
            onChange={setOfficeId}
            options={offices.map(one => ({ value: one.officeId, label: `${one.name}（${one.officeId}）` }))}
          />
        </label>
        <label className="console-field console-grow">
          {t.documentWords}
          <Input maxLength={60} value={words} onChange={event => setWords(event.target.value)} />
        </label>
        <Button htmlType="submit" disabled={!mayAsk}>
          {t.findDocuments}
        </Button>
      </form>
      {isAway && <Alert type="warning" title={t.away} role="alert" />}
      {found?.length === 0 && <p className="console-quiet">{t.noDocumentsFound}</p>}
      {found && found.length > 0 && (
        <>
          <Checkbox.Group
            className="console-choices"
            value={[...chosen]}
            onChange={setChosen}
            options={found.map(({ documentId, details }) => ({
              value: documentId,
              label: `${details.title}（${details.publishedOn}）`,
            }))}
          />
          <div>
            <Button disabled={chosen.length === 0} onClick={take}>
              {t.takeChosen(chosen.length)}
            </Button>
          </div>
        </>
      )}
    </fieldset>
  )
}
