import { diskWords, ownDiskWords } from './own-disk'
import type { BundleRefusal, RefusedSegment } from './take-bundle'

/** Why a part of a bundle was not taken, and what to do about it. */
export const segmentWords: Readonly<Record<RefusedSegment, string>> = {
  gap: '它前面还有记录没有收到。请先接收该机器前一次的介质，或在它上面重新导出',
  fork: '同一序号已收到另一份，这一份放进了隔离区。请在控制台「单位」的隔离一栏核实',
  revoked: '这台机器已停用，这些是停用之后写的，放进了隔离区。请在控制台「单位」的隔离一栏核实',
  badSignature: '签名不对，内容被改动过。请在单位的机器上重新导出；再次出现，请停用这台机器',
  brokenChain: '记录前后接不上。请在单位的机器上重新导出',
  unknownChain: '没有记录证明这台机器属于该单位。请先登记它，或先接收准许它的那台机器的介质',
  wrongOffice: '是另一家单位的记录。请核对介质是哪家单位的',
  notASegment: '读不出来。请在单位的机器上重新导出',
  tooLarge: '超过一段的上限。请把单位的程序升级后重新导出',
}

/** Why a bundle was not taken. */
export function bundleWords(problem: BundleRefusal): string {
  switch (problem.kind) {
    case 'officeUnknown':
      return '这里没有登记过这本台账。请先登记这家单位的机器。'
    case 'writerUnknown':
      return '写这份交换包的机器没有在上级端登记过。请先登记它，或先接收准许它的那台机器的介质。'
    case 'bundleLocked':
      return '打不开：不是为上级端加密的（接收方选成了本单位的机器，或用了口令），或在途中被改动。请在单位的机器上重新导出，接收方选上级端。'
    case 'ownDisk':
    case 'ownDiskFull':
      return diskWords(problem)
    case 'bundleOwnDisk':
      return `介质上的交换包没有改动。${ownDiskWords(problem)}`
    case 'bundleNewer':
      return `由更新的程序写成（格式第 ${problem.version} 版）。请先升级上级端。`
    case 'bundleParts':
      return problem.why === 'missing' ? `缺第 ${problem.part} 部分。` : '各部分不是同一份交换包。'
    case 'bundlePart':
    case 'bundleTooManyParts':
      return '文件读不出来、太大或不是交换包。'
    case 'bundleHeads':
      return '签名与内容不符。'
    default:
      return '内容不完整，或在途中被改动。请重新导出。'
  }
}
