import type { PutBackFailure } from '#shared/contracts/put-back-channels'

const failures = {
  'putBack.failed.notACopy':
    '这个文件夹里没有账本副本。请选当初在“设置”里定为副本的那个文件夹，里面有 vault 和 journal 两个文件夹。',
  'putBack.failed.newer': '副本是更新版本的程序写的。请先在本机安装同一版本或更新的程序。',
  'putBack.failed.keysDamaged':
    '副本里的密钥文件 vault.json 损坏，光凭这份副本打不开账本。请找另一份副本或备份，并报告管理员。',
  'putBack.failed.keysMissing':
    '副本里缺密钥文件（vault 文件夹里要有 vault.json 和 subject-keys.dat 两个），光凭这份副本打不开账本。',
  'putBack.failed.noLedger': '副本里有密钥，没有本机的账目（journal 文件夹）。请确认副本文件夹完整。',
  'putBack.failed.unreadable': '读副本或写本机时磁盘出错。请检查两边的磁盘和连线，再试一次。',
  'putBack.failed.noSpace': '本机磁盘空间不够：要放得下整份副本，再留 1 GB。请腾出空间再试。',
  'putBack.failed.cannotWrite': '本机磁盘写不进去。请腾出空间、检查权限再试。',
} as const satisfies Readonly<Record<`putBack.failed.${PutBackFailure}`, string>>

export const putBackMessages = {
  ...failures,
  'setUp.putBack': '从副本恢复',
  'setUp.putBack.why': '原来的电脑或硬盘坏了，有账本副本？',
  'putBack.title': '从副本恢复',
  'putBack.about': '把账本副本里的办公室放到本机。副本只读，不会改动。',
  'putBack.back': '返回设立',
  'putBack.choose': '选择副本文件夹…',
  'putBack.chooseAbout':
    '接上放副本的硬盘或 U 盘，选当初在“设置”里定的副本文件夹。还要用副本里任何一人的登录密码，或者恢复表。',
  'putBack.folder': '副本',
  'putBack.office': '办公室',
  'putBack.officeIs': '{office} · {workstation} · {window}',
  'putBack.open': '先整份核对副本。请输入一个人的登录密码，忘了就用恢复表。',
  'putBack.way': '用什么打开',
  'putBack.way.password': '登录密码',
  'putBack.way.sheet': '恢复表',
  'putBack.person': '人员',
  'putBack.password': '密码',
  'putBack.key': '恢复码',
  'putBack.keyHint': '九组，每组四个字符。恢复后在登录页再用一次，设新密码。',
  'putBack.check': '核对副本',
  'putBack.checking': '正在逐字节核对账目和扫描件',
  'putBack.checked': '副本核对完了',
  'putBack.lastAct': '最后一笔',
  'putBack.noAct': '没有账目',
  'putBack.acts': '账目',
  'putBack.actsOf': '{acts} 笔，来自 {machines} 台电脑',
  'putBack.scans': '扫描件',
  'putBack.scansWhole': '{n} 件，完好',
  'putBack.lacking': '另有 {n} 件扫描件副本里没有或已损坏。其余照样恢复；这些请对照纸质材料重新扫描。',
  'putBack.damaged': '副本的账目有损坏。恢复后只能查看损坏之前的内容，不能登记和办理。有别的副本，请先试别的。',
  'putBack.later':
    '最后一笔之后办的，不在这份副本里。交换到上级端或其他电脑的，恢复后再交换就回来；没有交换的，要对照纸质材料补登记。',
  'putBack.start': '恢复到本机',
  'putBack.startToRead': '仍然恢复，只供查看',
  'putBack.copying': '正在复制，写一份读回核对一份',
  'putBack.stop': '停止',
  'putBack.done': '{office}已恢复',
  'putBack.doneAbout':
    '现在登录。第一次登录时本机换一个新的工作站代码，登记号用新代码从头编，不会和原来电脑办过的重号。登录后请到“设置”重新选副本文件夹。原来登记到上级端的，请管理员用新的登记码重新登记。',
  'putBack.toSignIn': '去登录',
  'putBack.failedTitle': '没有恢复',
  'putBack.failedKept': '副本和本机都没有改动。',
  'putBack.again': '重新选',
} as const
