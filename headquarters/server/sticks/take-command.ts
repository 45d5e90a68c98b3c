import path from 'node:path'
import { findBundles, type FoundBundle } from '../../../electron/main/bundles/find-bundles'
import { not, type Done } from '../done'
import type { Parts } from '../parts'
import { answerWords } from './answer-words'
import { bundleWords, segmentWords } from './bundle-words'
import { takeTold, type TakeTold } from './how-far'
import { isOwnAnswer } from './own-answer'
import { takeBundle, type BundleRefusal, type TakenBundle } from './take-bundle'
import { writeAnswer, type WrittenAnswer } from './write-answer'

type ToldOf = (name: string) => TakeTold

/**
 * `npm run hq -- take FOLDER`: every bundle of a stick, and an answer for each machine that sent one. How far it is goes where it
 * does not mix with what the command answers.
 */
export async function takeByCommand(
  parts: Parts,
  [folder]: readonly string[],
  toldOf: ToldOf = name => takeTold(name, line => void process.stderr.write(`${line}\n`)),
): Promise<Done | null> {
  if (!folder) return null
  const root = path.resolve(folder)
  const found = findBundles(root)
  if (found.length === 0) return not(say.nothingToTake)
  const taken = await takeAll(parts, found, toldOf)
  const answered = await answerAll(parts, taken.values, root)
  return { ok: taken.ok && answered.ok, says: [taken.says, answered.says].join('\n').trim() }
}

async function takeAll(
  parts: Parts,
  found: readonly FoundBundle[],
  toldOf: ToldOf,
): Promise<Done & { readonly values: readonly TakenBundle[] }> {
  const lines: string[] = []
  const values: TakenBundle[] = []
  let isSound = true
  for (const one of found) {
    if (isOwnAnswer(one, parts.key)) {
      lines.push(say.ownAnswer(one.name))
      continue
    }
    const taken = await takeBundle(parts, one, toldOf(one.name))
    isSound &&= taken.ok
    if (taken.ok) values.push(taken.value)
    lines.push(taken.ok ? say.taken(one.name, taken.value) : say.notTaken(one.name, taken.problem))
  }
  return { ok: isSound, says: lines.join('\n'), values }
}

/** Each machine once, by the last that it sent. */
async function answerAll(parts: Parts, taken: readonly TakenBundle[], root: string): Promise<Done> {
  const last = new Map(taken.map(one => [`${one.office.officeId} ${one.statement.by}`, one]))
  const lines: string[] = []
  let isSound = true
  for (const one of last.values()) {
    const written = await writeAnswer(parts, one, root)
    isSound &&= written.ok
    const { name } = one.office
    lines.push(written.ok ? say.answered(name, written.value) : say.notAnswered(name, answerWords(written.problem)))
  }
  return { ok: isSound, says: lines.join('\n') }
}

const say = {
  nothingToTake: '这个文件夹里没有交换包。请选介质的根目录，或 records-desk- 开头的文件夹。',
  ownAnswer: (name: string) => `${name}：上级端自己写的答复包，不必接收，留待单位导入。`,
  taken: (name: string, { office, added, blobs, refused }: TakenBundle) =>
    [
      `${name}：已接收${office.name}的交换包，新记录 ${added} 条，新附件 ${blobs} 个${added + blobs + refused.length === 0 ? '；内容以前都已收到，重复接收没有影响' : ''}。`,
      ...refused.map(
        ({ chain, from, why }) => `　未接收：机器 ${chain.slice(0, 8)} 自第 ${from} 号起。${segmentWords[why]}。`,
      ),
    ].join('\n'),
  notTaken: (name: string, problem: BundleRefusal) =>
    problem.kind === 'writerUnknown' && problem.added > 0
      ? `${name}：只接收了别的机器签过名的新记录 ${problem.added} 条，其余没有接收，也没有写答复包。${bundleWords(problem)}`
      : `${name}：没有接收，上级端的记录没有改动。${bundleWords(problem)}`,
  answered: (office: string, { folder, damaged }: WrittenAnswer) =>
    [
      `答复包已写到 ${folder}，请带回${office}导入。`,
      ...damaged.map(
        name =>
          `　没有带上：附件 ${name.slice(0, 12)} 在上级端的 blobs 文件夹里已损坏。请从备份恢复这个文件夹，再执行一次。`,
      ),
    ].join('\n'),
  notAnswered: (office: string, why: string) => `给${office}的答复包没有写成，已接收的记录不受影响。${why}`,
} as const
