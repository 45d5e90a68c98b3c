import { bytesToCopy } from '../../../electron/main/bundles/quarantine'
import type { BundleTold } from '../../../electron/main/bundles/check-bundle'

/** How far the taking of one bundle is, for whoever sits before the command. */
export interface TakeTold {
  ofCheck(files: readonly string[]): BundleTold
  /** Acts of segments that headquarters has looked at, of those in the bundle. */
  beginTaking(acts: number): (acts: number) => void
}

const everyMs = 2_000

/** Says a line each two seconds; a bundle that takes less is silent. `now` in milliseconds. */
export function takeTold(name: string, tell: (line: string) => void, now: () => number = Date.now): TakeTold {
  let told = now()
  const begin = (words: (done: number, of: number) => string, of: number) => {
    let done = 0
    return (more: number): void => {
      done += more
      if (now() - told < everyMs) return
      told = now()
      tell(`${name}：${words(Math.min(done, of), of)}`)
    }
  }
  return {
    ofCheck: files => ({
      onCopied: begin(say.copied, bytesToCopy(files)),
      beginFiles: bytes => begin(say.files, bytes),
      beginActs: acts => begin(say.acts, acts),
    }),
    beginTaking: acts => begin(say.taken, acts),
  }
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`
const say = {
  copied: (done: number, of: number) => `正在读取介质，已读 ${megabytes(done)}，共 ${megabytes(of)}。`,
  files: (done: number, of: number) => `正在核对文件，已核对 ${megabytes(done)}，共 ${megabytes(of)}。`,
  acts: (done: number, of: number) => `正在核对签名，已核对 ${done} 条，共 ${of} 条。`,
  taken: (done: number, of: number) => `正在接收记录，已处理 ${done} 条，共 ${of} 条。`,
} as const
