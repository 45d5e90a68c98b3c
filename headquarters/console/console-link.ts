import {
  addedOffice,
  issuedCode,
  officesAnswer,
  type IssuedCode,
  type OfficesAnswer,
} from '#shared/contracts/headquarters-console'
import { err, ok, type Result } from '#shared/kernel/result'

export interface ConsoleProblem {
  readonly kind: 'tokenWrong' | 'refused' | 'away'
}

/** What the console asks of headquarters. The token is kept in this object alone: a page that is loaded again asks for it. */
export interface ConsoleLink {
  offices(): Promise<Result<OfficesAnswer, ConsoleProblem>>
  addOffice(placeCode: string, name: string): Promise<Result<number, ConsoleProblem>>
  issueCode(officeId: number): Promise<Result<IssuedCode, ConsoleProblem>>
}

export function consoleLink(token: string): ConsoleLink {
  async function ask(path: string, body?: object): Promise<Result<unknown, ConsoleProblem>> {
    try {
      const answer = await fetch(`/v1/console/${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      if (answer.ok) return ok(await answer.json())
      return err({ kind: answer.status === 401 ? 'tokenWrong' : answer.status >= 429 ? 'away' : 'refused' })
    } catch {
      return err({ kind: 'away' })
    }
  }
  return {
    async offices() {
      const answer = await ask('offices')
      return answer.ok ? ok(officesAnswer.parse(answer.value)) : answer
    },
    async addOffice(placeCode, name) {
      const answer = await ask('offices', { placeCode, name })
      return answer.ok ? ok(addedOffice.parse(answer.value).officeId) : answer
    },
    async issueCode(officeId) {
      const answer = await ask(`offices/${officeId}/codes`, { role: 'desk' })
      return answer.ok ? ok(issuedCode.parse(answer.value)) : answer
    },
  }
}
