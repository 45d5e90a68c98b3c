import type { MediumFault } from '#shared/contracts/media-problem'
import { diskWords } from './own-disk'
import type { AnswerProblem } from './write-answer'

const faults: Readonly<Record<MediumFault, string>> = {
  gone: '介质被拔出，或已卸载。请重新插好',
  full: '介质已满。请腾出空间，或换一个介质',
  readOnly: '介质是只读的。请打开写保护开关，或换一个介质',
  swapped: '同一位置换了另一个介质。请插回原来的',
  damaged: '介质读写出错。请换一个介质',
  readsBackDifferently: '写入后读回的内容不同，介质可能已坏。请换一个介质',
  nameTaken: '介质上已有同名文件夹。请移开',
}

const mega = (bytes: number): string => `${Math.ceil(bytes / 1_000_000).toLocaleString('en-US')} MB`

/** Why the answer was not written, and what to do: what was taken stays taken. */
export function answerWords(problem: AnswerProblem): string {
  switch (problem.kind) {
    case 'noMachine':
      return '这家单位没有在用的机器能打开它。请先登记一台机器。'
    case 'bundleTooLarge':
      return `内容太多，超过 ${problem.mostParts} 个部分。请让该单位的机器先联网同步一次。`
    case 'nothingToSend':
      return '没有要带回的内容。'
    case 'blobMissing':
      return `附件 ${problem.name.slice(0, 12)} 不在上级端的 blobs 文件夹里。请从备份恢复这个文件夹后再执行一次。`
    case 'ownDisk':
    case 'ownDiskFull':
      return diskWords(problem)
    case 'mediumFailed':
      return `${faults[problem.why]}，再执行一次。`
    case 'mediumTooSmall':
      return `介质空间不够：需要 ${mega(problem.neededBytes)}，只剩 ${mega(problem.freeBytes)}。请腾出空间，或换一个介质，再执行一次。`
    case 'exportUncertain':
      return `介质在最后一步出错：介质上若有 ${problem.folder}，就是完整的，可以带回；没有，请再执行一次。`
    default:
      return `介质没有写成（${problem.kind}）。请换一个介质，再执行一次。`
  }
}
