/** 单位: Chinese is the source of truth; English has the same keys. */
const zhCn = {
  officeTitle: (name: string, officeId: number) => `${name}（${officeId}）`,
  nameTitle: '名称',
  newName: '新的名称',
  rename: '更名',
  renamed: (name: string) => `已更名为${name}。编号不变，机器不必再登记。`,
  notRenamed: '没有更名：名称不能空，最多 60 个字。',
  removeTitle: '删除',
  mayNotRemove: '登记过机器的单位不能删除：它的账本和统计都在这里，它的机器也以此为准。可以更名，或停用它的机器。',
  mayRemove: '这家单位还没有登记过机器，可以删除。',
  remove: '删除这家单位',
  removeAsk: (name: string) => `删除${name}？`,
  removeMeans: '这里没有它的任何记录。没用过的登记码一并作废；编号以后可能给同一区划的另一家单位。',
  notRemoved: '没有删除：这家单位刚才登记了机器，或已被删除。',
  keepOffice: '不删除',
}

export type OfficeTexts = typeof zhCn

const en: OfficeTexts = {
  officeTitle: (name, officeId) => `${name} (${officeId})`,
  nameTitle: 'Name',
  newName: 'New name',
  rename: 'Rename',
  renamed: name => `It is called ${name} now. Its number stays, and no machine enrols again.`,
  notRenamed: 'Not renamed: the name must not be empty, and has at most 60 characters.',
  removeTitle: 'Removal',
  mayNotRemove:
    'An office that has enrolled a machine cannot be removed: its ledger and figures are here, and its machines rely on that. It can be renamed, or its machines closed.',
  mayRemove: 'No machine was ever enrolled for this office: it can be removed.',
  remove: 'Remove this office',
  removeAsk: name => `Remove ${name}?`,
  removeMeans:
    'Nothing of it is held here. Codes that nobody used become void; its number may go to another office of the same place.',
  notRemoved: 'Not removed: a machine was enrolled a moment ago, or it is gone already.',
  keepOffice: 'Keep it',
}

export const officeTexts = { 'zh-CN': zhCn, en } as const
