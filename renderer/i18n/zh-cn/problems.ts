import type { ProblemKind } from '#shared/contracts/problems'

type Part = 'what' | 'kept' | 'next'

/**
 * A sentence for everything main can answer instead of a value: what happened, what was kept, what to do next.
 * A kind without its three sentences does not compile.
 */
const sentences = {
  'problem.untrustedSender.what': '程序拒绝了来历不明的操作。',
  'problem.untrustedSender.kept': '已写入账本的内容没有改动。',
  'problem.untrustedSender.next': '请关闭程序重新打开；再次出现时请报告管理员。',

  'problem.badInput.what': '有一项内容的格式不对（{detail}），没有提交。',
  'problem.badInput.kept': '填写的内容都还在页面上。',
  'problem.badInput.next': '请核对后重新提交；看不出哪里不对时，把括号里的代号报给管理员。',

  'problem.failed.what': '程序出了差错，这一步没有做成（编号 {reference}）。',
  'problem.failed.kept': '已写入账本的内容没有改动，填写的内容都还在页面上。',
  'problem.failed.next': '请再试一次；仍不成时把编号报给管理员。',

  'problem.locked.what': '程序已经锁定，这一步没有做。',
  'problem.locked.kept': '已写入账本的内容和草稿都在。',
  'problem.locked.next': '请重新登录后再做一次。',

  'problem.alreadyEstablished.what': '这台电脑上已经设立过查阅中心，没有重新设立。',
  'problem.alreadyEstablished.kept': '原有的账本和人员都没有改动。',
  'problem.alreadyEstablished.next': '请关闭程序重新打开，然后登录。',

  'problem.notEstablished.what': '这台电脑上的查阅中心还没有设立完成。',
  'problem.notEstablished.kept': '还没有写入账本的内容，因此没有丢失。',
  'problem.notEstablished.next': '请关闭程序重新打开，按步骤完成设立；仍不成时请报告管理员。',

  'problem.wrongPassword.what': '密码不对。',
  'problem.wrongPassword.kept': '已登记的内容和草稿都没有改动。',
  'problem.wrongPassword.next': '请核对大小写和输入法后重新输入；忘记了可以用恢复表。',

  'problem.mustWait.what': '密码或恢复码错的次数多了，要等{wait}才能再试。',
  'problem.mustWait.kept': '已登记的内容和草稿都没有改动。',
  'problem.mustWait.next': '时间到了再试；关闭程序不会缩短等待。',

  'problem.wrongRecoveryKey.what': '恢复码没有错字，但打不开这台电脑的账本。',
  'problem.wrongRecoveryKey.kept': '密码和账本都没有改动。',
  'problem.wrongRecoveryKey.next': '请核对恢复表上的单位、工作站和日期；换过恢复表的，旧表已经作废，请用最新的一张。',

  'problem.weakPassword.what': '密码太短，至少要 {atLeast} 个字符。',
  'problem.weakPassword.kept': '原来的密码没有改动。',
  'problem.weakPassword.next': '请换一个长一些的密码，几个词连起来也可以。',

  'problem.unknownPerson.what': '人员名单里没有这个人。',
  'problem.unknownPerson.kept': '名单没有改动。',
  'problem.unknownPerson.next': '请返回名单重新选人。',

  'problem.refused.what': '{why}',
  'problem.refused.kept': '没有写入账本，填写的内容都还在页面上。',
  'problem.refused.next': '请按上面的说明改正后再做一次。',

  'problem.journalDamaged.what': '账本在第 {seq} 条处损坏，现在只能查看，不能登记和办理。',
  'problem.journalDamaged.kept': '第 {seq} 条之前的内容完好；损坏的文件没有改动，留待核对。',
  'problem.journalDamaged.next': '请不要移动文件，马上报告管理员，从备份核对恢复。急件先用纸质登记。',

  'problem.journalCutShort.what':
    '账本末尾少了 {n} 条：曾写到第 {witnessedSeq} 条，现在只有 {lastSeq} 条。现在只能查看。',
  'problem.journalCutShort.kept': '前 {lastSeq} 条完好，没有改动。',
  'problem.journalCutShort.next': '请马上报告管理员：可能恢复过旧的磁盘或备份。核对清楚前，急件先用纸质登记。',

  'problem.journalNewer.what': '账本是更新版本（格式 {version}）的程序写的，这个版本不能打开。',
  'problem.journalNewer.kept': '账本没有改动。',
  'problem.journalNewer.next': '请换用新版本的程序；不要删除或覆盖账本。',

  'problem.journalBroken.what': '写入磁盘时出错，账本已停止写入，这一步没有做成。',
  'problem.journalBroken.kept': '出错之前写入的内容都在账本里。',
  'problem.journalBroken.next': '请关闭程序重新打开，程序会核对账本；再次出现时请检查磁盘并报告管理员。',

  'problem.keyStoreDamaged.what': '密钥文件损坏或缺失，账本打不开。',
  'problem.keyStoreDamaged.kept': '账本文件没有改动。',
  'problem.keyStoreDamaged.next': '请不要重新设立，也不要删除文件，马上报告管理员，从备份取回密钥文件。',

  'problem.diskNearlyFull.what': '磁盘快满了，只剩 {megabytes} MB，不能再登记新内容。',
  'problem.diskNearlyFull.kept': '已写入账本的内容都在，填写的内容都还在页面上，可以查看和打印。',
  'problem.diskNearlyFull.next': '请删去或移走别的文件，腾出空间后再做一次。',

  'problem.clockBehind.what': '电脑的日期是 {machineSays}，和账本末条的日期 {lastActOn} 对不上，不能确定今天是哪一天。',
  'problem.clockBehind.kept': '已写入账本的内容都在。',
  'problem.clockBehind.next': '请确认今天的日期；电脑的时钟请管理员调准。',

  'problem.viewOfAnotherJournal.what': '本机的查询数据属于另一本账，不能接着用。',
  'problem.viewOfAnotherJournal.kept': '账本没有改动，查询数据可以从账本重新整理出来。',
  'problem.viewOfAnotherJournal.next': '请锁定后重新登录，让程序重新整理；再次出现时请报告管理员。',

  'problem.nothingToPrintOn.what': '没有找到打印机，没有打印。',
  'problem.nothingToPrintOn.kept': '文书没有改动，打印不影响办理。',
  'problem.nothingToPrintOn.next': '请接好打印机再打印一次，或者先另存为文件。',

  'problem.cannotWrite.what': '文件写不进去（{detail}）。',
  'problem.cannotWrite.kept': '没有留下半截文件，已写入账本的内容没有改动。',
  'problem.cannotWrite.next': '请检查磁盘或 U 盘是否写保护、是否已满，换一个位置再试。',

  'problem.folderUnusable.what': '这个文件夹不能用：{why}。',
  'problem.folderUnusable.kept': '设置没有改动。',
  'problem.folderUnusable.next': '请换一个文件夹；用 U 盘的，请看是否插好、是否写保护。',

  'problem.fontUnusable.what': '这个字体不能用于文书：{why}。',
  'problem.fontUnusable.kept': '文书仍用原来的字体。',
  'problem.fontUnusable.next': '请换一个机关有权使用的 ttf 字体文件，或者用程序自带的字体。',

  'problem.personLeft.what': '您的岗位已经全部取消，不能再登录。',
  'problem.personLeft.kept': '您办过的事项都在账本里。',
  'problem.personLeft.next': '如果弄错了，请管理员重新添加。',

  'problem.registerUnreadable.what': '这个文件读不出登记簿：{why}。',
  'problem.registerUnreadable.kept': '没有导入任何内容，原文件没有改动。',
  'problem.registerUnreadable.next': '按提示处理后再选一次文件。',

  'problem.sourceUnreadable.what': '读不出文件：{why}。',
  'problem.sourceUnreadable.kept': '目录没有改动，原文件也没有改动。',
  'problem.sourceUnreadable.next': '按提示处理后再选一次。',

  'problem.bagUnsound.what': '这个移交包不能导入：{why}。',
  'problem.bagUnsound.kept': '包里的文件一份也没有导入，原包没有改动。',
  'problem.bagUnsound.next': '请移交单位重新打包，或者核对移交途中有没有改动。',

  'problem.outtakeNameTaken.what': '所选的位置已有“{name}”，里面有不是本程序导出的内容，没有导出。',
  'problem.outtakeNameTaken.kept': '原有的内容没有改动，也没有留下导出的内容。',
  'problem.outtakeNameTaken.next': '请换一个文件夹再导出，或者先把原有的改名、移走。',

  'problem.outtakeFileTaken.what': '这次导出要分成几个文件，所选的位置已有“{name}”，没有导出。',
  'problem.outtakeFileTaken.kept': '原有的文件没有改动，也没有留下导出的内容。',
  'problem.outtakeFileTaken.next': '请换一个文件名或者文件夹再导出，或者先把原有的改名、移走。',

  'problem.bundleRefused.what': '这份数据包不能导入：{why}。',
  'problem.bundleRefused.kept': '包里的内容一条也没有导入，本机的记录和原包都没有改动。',
  'problem.bundleRefused.next': '请对方重新导出一份，或者核对途中有没有改动。',
  'problem.importCutShort.what': '导入没有做完：{why}。',
  'problem.importCutShort.kept': '已经导入的都在本机，没有出错；其余的也留在本机，接着导入用不着介质。',
  'problem.importCutShort.next': '请再导入一次。',

  'problem.mediumFailed.what': '{why}，没有导出。',
  'problem.mediumFailed.kept': '介质上没有留下看似完整的内容，账本和目录没有改动。',
  'problem.mediumFailed.next': '请检查介质后重新导出；留下的半成品在“介质上的导出”里按“清除”。',

  'problem.mediumNotRead.what': '{why}，没有读完。',
  'problem.mediumNotRead.kept': '本机的记录没有改动，也没有留下读到的内容。',
  'problem.mediumNotRead.next': '请重新插入介质，再做一次。',

  'problem.mediumTooSmall.what': '介质太小：还剩 {megabytes} MB，这次导出约要 {most} MB。',
  'problem.mediumTooSmall.kept': '介质上没有写入任何内容。',
  'problem.mediumTooSmall.next': '请清理介质或换一个更大的，或者缩小导出范围。',

  'problem.exportNameRefused.what': '导出的文件名不合规定：{why}。',
  'problem.exportNameRefused.kept': '介质上没有留下看似完整的内容。',
  'problem.exportNameRefused.next': '请把这句话报告管理员。',

  'problem.bundleNotWritten.what': '{why}，没有导出交换包。',
  'problem.bundleNotWritten.kept': '介质上没有留下内容，账本没有记为导出。',
  'problem.bundleNotWritten.next': '请按原因处理后重新导出。',
  'problem.exportCancelled.what': '导出已取消。',
  'problem.exportCancelled.kept': '写了一半的内容已从介质上清除，账本没有记为导出。',
  'problem.exportCancelled.next': '需要时请重新导出。',
  'problem.checkCancelled.what': '检查已取消。',
  'problem.checkCancelled.kept': '什么也没有导入，这次读到的没有留在本机。',
  'problem.checkCancelled.next': '需要时再检查一次。',

  'problem.exportUncertain.what': '介质在最后一步断开，不能确定 {folder} 是否已经写好。',
  'problem.exportUncertain.kept': '账本已按导出登记；如果介质上有这个文件夹，内容是完整的。',
  'problem.exportUncertain.next': '请重新插入介质并核对；没有的，请重新导出。',

  'problem.enrolmentFailed.what': '{why}。',
  'problem.enrolmentFailed.kept': '本机的记录没有改动，照常办件。',
  'problem.enrolmentFailed.next': '请按提示处理后再试。',

  'problem.notFound.what': '要找的内容已经不在了。',
  'problem.notFound.kept': '其他内容没有改动。',
  'problem.notFound.next': '请返回列表重新选。',

  'problem.scanTypeRefused.what': '{why}，没有存入。',
  'problem.scanTypeRefused.kept': '文件没有改动，其他内容也没有改动。',
  'problem.scanTypeRefused.next':
    '能存 PDF、JPEG、PNG、TIFF 和 UTF-8 文本，看的是内容，不是文件名。请重新扫描或另存后再存。',

  'problem.scanTooLarge.what': '文件有 {megabytes} MB，超过每份 {most} MB 的上限，没有存入。',
  'problem.scanTooLarge.kept': '文件没有改动，其他内容也没有改动。',
  'problem.scanTooLarge.next': '请降低扫描分辨率（300 dpi 足够），或拆成几份后再存。',

  'problem.scanAlreadyKept.what': '同一份文件本件已经存过，没有再存一遍。',
  'problem.scanAlreadyKept.kept': '早先存入的扫描件完好。',
  'problem.scanAlreadyKept.next': '请在扫描件列表里查看；拿错文件的，请另选一份。',

  'problem.updateRefused.what': '这个更新包不能用：{why}。',
  'problem.updateRefused.kept': '整个没有收，没有留下任何文件；程序和账本没有改动。',
  'problem.updateRefused.next': '请向下发程序的单位核对，换一个更新包。',

  'problem.updateCutShort.what': '更新包没有从上级端取完：{why}。',
  'problem.updateCutShort.kept': '已经取来的 {megabytes} MB 留着，程序和账本没有改动。',
  'problem.updateCutShort.next': '请过一会儿再取，从断处接着来；急用的，请用 U 盘带来的更新包。',

  'problem.updateNotWhole.what': '从上级端取来的更新包不能用：{why}。',
  'problem.updateNotWhole.kept': '取来的已经删去，没有留下任何文件；程序和账本没有改动。',
  'problem.updateNotWhole.next': '请再问一次上级端；仍是这样的，请告诉上级端的管理员，或者用 U 盘带来的更新包。',

  'problem.updateGone.what': '查验过的更新包不在了，或者被改动过，没有升级。',
  'problem.updateGone.kept': '程序和账本没有改动。',
  'problem.updateGone.next': '请重新选更新包。',

  'problem.updateUnchecked.what': '账本还没有核对，没有升级。',
  'problem.updateUnchecked.kept': '程序和账本没有改动。',
  'problem.updateUnchecked.next': '请关上这个窗口，重新按一次升级。',

  'problem.updateNotOpened.what': '系统没有打开安装程序。',
  'problem.updateNotOpened.kept': '查验过的安装程序在 {folder}；程序和账本没有改动。',
  'problem.updateNotOpened.next': '请关闭本程序，到这个文件夹里手动打开它；或者请管这台电脑的人来装。',

  'problem.scanSourceGone.what': '文件在读取时被改动、移走或拔掉了，没有存入。',
  'problem.scanSourceGone.kept': '没有留下半份扫描件，账本没有改动。',
  'problem.scanSourceGone.next': '请等扫描仪写完，或插好 U 盘后重新选文件。',

  'problem.scanUploadGone.what': '这次存入已经中断，没有存入。',
  'problem.scanUploadGone.kept': '没有留下半份扫描件，账本没有改动。',
  'problem.scanUploadGone.next': '请重新选文件再存一次。',

  'problem.scanUnreadable.what': '{why}，不能显示。',
  'problem.scanUnreadable.kept': '账本里的存入记录完好，损坏的内容没有显示出来。',
  'problem.scanUnreadable.next': '请报告管理员，从镜像文件夹或备份取回；手边有原件的，重新存入同一份文件即可恢复。',
  'problem.lineNotOpened.what': '本机的联网服务没有开起来：{why}。',
  'problem.lineNotOpened.kept': '账本没有改动；其他电脑暂时连不上本机。',
  'problem.lineNotOpened.next': '请另选本机地址或端口再开。',
  'problem.joinFileRefused.what': '选的文件不是加入申请，或者在途中被改动。',
  'problem.joinFileRefused.kept': '没有允许任何电脑加入，账本没有改动。',
  'problem.joinFileRefused.next': '请在新电脑上重新写一份申请，再带过来。',
} as const satisfies Readonly<Record<`problem.${ProblemKind}.${Part}`, string>>

/** Finer sentences for one detail of a kind, and pieces that several sentences share. */
export const problemMessages = {
  ...sentences,
  'problem.badInput.recoveryKey': '恢复码有错字或漏字。',
  'problem.badInput.recoveryGroup': '恢复码第 {group} 组有错字。',
  'problem.badInput.recoveryNext': '请对照恢复表核对后重输。核对错字不算错一次。',
  'problem.medium.gone': '介质已被拔出',
  'problem.medium.full': '介质空间已满',
  'problem.medium.readOnly': '介质写保护或没有写入权限',
  'problem.medium.swapped': '介质中途被换成了另一个',
  'problem.medium.damaged': '介质读写出错',
  'problem.medium.readsBackDifferently': '写入后读回的内容不一致',
  'problem.medium.nameTaken': '介质上已有同名文件夹',
  'problem.exportName.sign': '有规定以外的字符',
  'problem.exportName.tooLong': '名称过长',
  'problem.exportName.personal': '含有像身份证号或手机号的数字',
  'problem.folder.besideOffice': '它和账本放在同一个地方',
  'problem.folder.notWritable': '写不进去',
  'problem.folder.readsBackDifferently': '写进去的内容读出来不一样',
  'problem.folder.notReadable': '读不出来',
  'problem.line.addressGone': '本机已没有这个地址',
  'problem.line.portTaken': '这个端口被别的程序占用或不准使用',
  'problem.line.notOpened': '系统没有答应',
  'problem.kept': '留下了什么',
  'problem.next': '接下来',
  'problem.wait.seconds': ' {seconds} 秒',
  'problem.wait.minutes': ' {minutes} 分钟',
  'problem.wait.both': ' {minutes} 分 {seconds} 秒',
} as const
