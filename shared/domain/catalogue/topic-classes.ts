/** A class or sub-class of 主题分类. The code stays; the office may call it otherwise. */
export interface TopicClass {
  /** 2 digits, of a sub-class 4. */
  readonly code: string
  readonly name: string
}

export interface TopicGroup extends TopicClass {
  readonly children: readonly TopicClass[]
}

/** 其他, where nothing says more. */
export const otherTopic = '22'

/** The classes with their first names, in their order. */
export const topicGroups = (): readonly TopicGroup[] => groups

/** As the office calls them. */
export function namedTopics(names: Readonly<Record<string, string>>): readonly TopicGroup[] {
  const named = ({ code, name }: TopicClass): TopicClass => ({ code, name: names[code] ?? name })
  return groups.map(group => ({ ...named(group), children: group.children.map(named) }))
}

export const isTopicCode = (code: string): boolean => firstNames.has(code)

/** Null where there is no such class. */
export const topicName = (code: string, names: Readonly<Record<string, string>> = {}): string | null =>
  names[code] ?? firstNames.get(code) ?? null

/** The class of a sub-class, or itself. */
export const groupOfTopic = (code: string): string => code.slice(0, 2)

/**
 * Names and order as the search of gov.cn lists them (reference 8.3). Codes are ours: two digits for a class, two more for a
 * sub-class by its place. Both places are for ever; a class that is no longer used stays in the list.
 */
const table: readonly (readonly [code: string, name: string, children: string])[] = [
  [
    '01',
    '国务院组织机构',
    '国务院 国务院办公厅 国务院组成部门 国务院直属特设机构 国务院直属机构 国务院办事机构 国务院直属事业单位 国务院部委管理的国家局 国务院议事协调机构 其他',
  ],
  ['02', '综合政务', '政务公开 政务督查 应急管理 电子政务 文秘工作 保密工作 信访 参事、文史 其他'],
  ['03', '国民经济管理、国有资产监管', '宏观经济 经济体制改革 统计 物价 国有资产监管 重大建设项目 其他'],
  ['04', '财政、金融、审计', '财政 税务 银行 货币（含外汇） 证券 保险 社会信用体系建设 审计 其他'],
  ['05', '国土资源、能源', '土地 矿产 水资源 海洋 煤炭 石油与天然气 电力 其他'],
  ['06', '农业、林业、水利', '农业、畜牧业、渔业 林业 水利 其他'],
  [
    '07',
    '工业、交通',
    '机械制造与重工业 轻工纺织 化工 国防工业 航天、航空 信息产业（含电信） 公路 水运 铁路 民航 邮政 其他',
  ],
  ['08', '商贸、海关、旅游', '对外经贸合作 国内贸易（含供销） 海关 检验、检疫 旅游 其他'],
  ['09', '市场监管、安全生产监管', '工商 质量监督 标准 食品药品监管 安全生产监管 其他'],
  [
    '10',
    '城乡建设、环境保护',
    '城市规划 城乡建设（含住房） 环境监测、保护与治理 节能与资源综合利用 气象、水文、测绘、地震 其他',
  ],
  ['11', '科技、教育', '科技 教育 知识产权 其他'],
  ['12', '文化、广电、新闻出版', '文化 文物 新闻出版 广播、电影、电视 其他'],
  ['13', '卫生、体育', '卫生 医药管理 体育 其他'],
  ['14', '人口与计划生育、妇女儿童工作', '人口与计划生育 妇女儿童 其他'],
  ['15', '劳动、人事、监察', '劳动就业 社会保障 人事工作 军转安置 监察 纠正行业不正之风 其他'],
  ['16', '公安、安全、司法', '公安 国家安全 司法 其他'],
  ['17', '民政、扶贫、救灾', '减灾救灾 优抚安置 社会福利 行政区划与地名 社团管理 扶贫 其他'],
  ['18', '民族、宗教', '民族事务 宗教事务'],
  ['19', '对外事务', '外交、外事 国际条约、国际组织 其他'],
  ['20', '港澳台侨工作', '港澳工作 对台工作 侨务工作'],
  ['21', '国防', '国防建设 国防动员'],
  ['22', '其他', ''],
]

const groups: readonly TopicGroup[] = table.map(([code, name, children]) => ({
  ...{ code, name },
  children: children
    .split(' ')
    .filter(child => child !== '')
    .map((child, n) => ({ code: `${code}${String(n + 1).padStart(2, '0')}`, name: child })),
}))

const firstNames: ReadonlyMap<string, string> = new Map(
  groups.flatMap(group => [group, ...group.children]).map(({ code, name }) => [code, name]),
)
