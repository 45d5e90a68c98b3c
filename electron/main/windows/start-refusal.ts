import type { Problem } from '#shared/contracts/problems'

/** What the box says when the office cannot be opened at all: no window stands yet that could say it, in either language. */
export interface StartRefusal {
  readonly title: string
  readonly text: string
}

const nothingChanged = {
  zh: '账本文件没有改动。请不要重新设立，也不要移动或删除文件。',
  en: 'The ledger files were not changed. Do not set up again, and neither move nor delete files.',
}

export function startRefusal(problem: Problem, office: string): StartRefusal {
  const { zh, en } = wordsFor(problem, office)
  return { title: '公开查阅台 · Records Desk', text: [zh, en].join('\n\n') }
}

function wordsFor(problem: Problem, office: string): { readonly zh: string; readonly en: string } {
  switch (problem.kind) {
    case 'keyStoreDamaged':
      return {
        zh: `密钥文件损坏或缺失，账本打不开。${nothingChanged.zh}\n请马上报告管理员。设过账本副本的：接上放副本的盘，再打开程序；还不成，把副本里 vault 文件夹中的 vault.json 和 subject-keys.dat 复制到 ${office} 下的 vault 文件夹（原有的文件先改名留着）。整个办公室的文件夹都没有了的，见手册“恢复”：从副本恢复。`,
        en: `The key files are damaged or missing; the ledger cannot be opened. ${nothingChanged.en}\nTell the administrator at once. Where a copy of the ledger was kept: connect its disk and start again; failing that, copy vault.json and subject-keys.dat from the folder vault of the copy into the folder vault below ${office} (rename what lies there and keep it). Where the whole folder of the office is gone, see "Recovery" in the guide.`,
      }
    case 'journalNewer':
      return {
        zh: `账本是更新版本的程序写的，这个版本打不开。${nothingChanged.zh}\n请装上更新的版本，或者报告管理员。`,
        en: `A newer version of the program wrote the ledger; this one cannot open it. ${nothingChanged.en}\nInstall the newer version, or tell the administrator.`,
      }
    case 'cannotWrite':
      return {
        zh: `本机磁盘写不进去（${problem.detail}），账本没有打开。${nothingChanged.zh}\n请看磁盘是否满了、是否只读，腾出空间后再打开程序。`,
        en: `The disk takes nothing (${problem.detail}); the ledger was not opened. ${nothingChanged.en}\nSee whether the disk is full or read-only, then start again.`,
      }
    default:
      return {
        zh: `账本没有打开。${nothingChanged.zh}\n请报告管理员（代号 ${problem.kind}）。`,
        en: `The ledger was not opened. ${nothingChanged.en}\nTell the administrator (code ${problem.kind}).`,
      }
  }
}
