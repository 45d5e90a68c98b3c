import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { ConsoleHead } from './console-head'
import { consoleLink, type ConsoleLink, type ConsoleProblem } from './console-link'
import type { ConsoleTexts } from './texts'

export interface SignInProps {
  readonly t: ConsoleTexts
  readonly other: { readonly label: string; readonly change: () => void }
  readonly onLink: (link: ConsoleLink) => void
}

/** Whoever may read the server's folder has the token. */
export function SignIn({ t, other, onLink }: SignInProps) {
  const [token, setToken] = useState('')
  const [problem, setProblem] = useState<ConsoleProblem | null>(null)
  const enter = async () => {
    const link = consoleLink(token.trim())
    const answer = await link.offices()
    if (answer.ok) onLink(link)
    else setProblem(answer.problem)
  }
  return (
    <>
      <ConsoleHead t={t} other={other} />
      <main className="console">
        <form className="console-card console-door" onSubmit={event => (event.preventDefault(), void enter())}>
          <label className="console-field">
            {t.token}
            <Input.Password
              autoFocus
              autoComplete="off"
              value={token}
              onChange={event => setToken(event.target.value)}
            />
          </label>
          <p className="console-quiet">{t.tokenHint}</p>
          {problem && <Alert type="error" title={problem.kind === 'away' ? t.away : t.tokenWrong} role="alert" />}
          <Button type="primary" htmlType="submit">
            {t.signIn}
          </Button>
        </form>
      </main>
    </>
  )
}
