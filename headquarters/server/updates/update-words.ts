import type { UpdateFault } from '#shared/contracts/update-problem'
import type { KeptUpdate } from './update-folder'

/** What `npm run hq -- update` says. Why a package is not added stands behind "没有加入：". */
export const faultWords: Readonly<Record<UpdateFault | 'versionHere', string>> = {
  unreadable: '文件读不出',
  tooLarge: '文件太大',
  notAPackage: '它不是更新包，或者不完整',
  notSigned: '它没有签名',
  newerForm: '它的格式比上级端的程序新',
  manifest: '清单的内容不合规定',
  otherContents: '包里的文件和清单对不上',
  changed: '安装程序和清单对不上，可能被改动或者没有拷完',
  otherProduct: '它是另一个程序的更新包',
  versionHere: '已有同一版本、同一系统、同一种安装程序的另一个更新包，请先移除',
  // Told only by a machine that takes one.
  ...{
    noKeyHere: '没有公钥',
    otherSignature: '签名不对',
    otherPlatform: '系统不对',
    otherInstaller: '安装程序的种类不对',
    older: '版本旧',
  },
  ...{ sameVersion: '版本相同', tooFarApart: '版本隔得太远' },
}

const about = ({ version, replaces, platform, arch, kind, bytes, sha256 }: KeptUpdate): string =>
  `${version} 版（${platform}-${arch}，${kind ?? '安装程序的种类未注明'}，可由 ${replaces} 版起升级，${Math.ceil(bytes / 2 ** 20)} MB）\n　校验码 ${sha256}`

export const sayUpdate = {
  none: '没有更新包。',
  kept: about,
  added: (kept: KeptUpdate) =>
    `已加入：${about(kept)}\n各单位的机器可来取；签名由各机器用程序内置的公钥查验，上级端不查验，也不作担保。`,
  notAdded: (name: string, why: string) => `${name} 没有加入：${why}。文件夹没有改动。`,
  disk: (code: string) => `读写出错（${code}），请看磁盘是否已满、介质是否松动`,
  removed: (kept: KeptUpdate) => `已移除：${about(kept)}`,
  noSuch: '没有这个更新包。请输入校验码，或它的前八位以上；有几个相同的，多输几位。',
} as const
