import type { Problem } from '#shared/contracts/problems'
import { ok, type Result } from '#shared/kernel/result'

/** An act answers nothing but that it is on the disk. */
export async function written(answer: Promise<Result<void, Problem>>): Promise<Result<true, Problem>> {
  const result = await answer
  return result.ok ? ok(true) : result
}
