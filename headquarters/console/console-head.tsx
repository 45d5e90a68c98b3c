import { Button } from 'antd'
import type { ConsoleTexts } from './texts'

export interface ConsoleHeadProps {
  readonly t: ConsoleTexts
  readonly other: { readonly label: string; readonly change: () => void }
}

export function ConsoleHead({ t, other }: ConsoleHeadProps) {
  return (
    <header className="console-head">
      <h1>{t.title}</h1>
      <Button type="text" onClick={other.change}>
        {other.label}
      </Button>
    </header>
  )
}
