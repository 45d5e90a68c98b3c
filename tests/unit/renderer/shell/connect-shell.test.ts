import { describe, expect, it, vi } from 'vitest'
import { connectShell } from '../../../../renderer/shell/connect-shell'

const shellAnswering = (answer: unknown) => {
  const invoke = vi.fn((_name: string, _input: unknown) => Promise.resolve(answer))
  return { invoke, shell: connectShell({ invoke }) }
}

describe('connectShell', () => {
  it('passes name and input, and hands the parsed value back', async () => {
    const { invoke, shell } = shellAnswering({ ok: true, value: { savedAt: 12 } })
    expect(await shell['draft:save']({ name: 'register', content: { a: 1 } })).toEqual({
      ok: true,
      value: { savedAt: 12 },
    })
    expect(invoke).toHaveBeenCalledWith('draft:save', { name: 'register', content: { a: 1 } })
  })

  it('takes a void answer with and without the property', async () => {
    expect(await shellAnswering({ ok: true, value: undefined }).shell['vault:lock']()).toEqual({
      ok: true,
      value: undefined,
    })
    expect(await shellAnswering({ ok: true }).shell['vault:lock']()).toEqual({ ok: true, value: undefined })
  })

  it('hands problems on as they are', async () => {
    const problem = { kind: 'wrongPassword', waitSeconds: 5 }
    const { shell } = shellAnswering({ ok: false, problem })
    expect(await shell['ledger:head']()).toEqual({ ok: false, problem })
  })

  it('names the field of a wrong value, never its content', async () => {
    const { shell } = shellAnswering({ ok: true, value: { chain: 'c', seq: '张三', hash: 'h' } })
    const reply = await shell['ledger:head']()
    expect(reply).toEqual({ ok: false, problem: { kind: 'failed', reference: 'ledger:head/seq' } })
  })

  it.each([null, 3, {}, { ok: false }, { ok: false, problem: { kind: 'fromTheFuture' } }])(
    'calls %j a failure',
    async answer => {
      const reply = await shellAnswering(answer).shell['vault:touch']()
      expect(reply).toMatchObject({ ok: false, problem: { kind: 'failed' } })
    },
  )

  it('turns a broken bridge into a problem', async () => {
    const shell = connectShell({ invoke: () => Promise.reject(new Error('no handler')) })
    expect(await shell['health:report']()).toEqual({
      ok: false,
      problem: { kind: 'failed', reference: 'health:report' },
    })
  })
})
