/** Synthetic people and places. Birth years 1900-1904, so that no living person is meant. */
export interface Applicant {
  readonly name: string
  readonly idNumber: string
  readonly phone: string
  readonly description: string
}

export interface Story {
  readonly applicant: Applicant
  readonly search: {
    readonly places: readonly string[]
    readonly words: readonly string[]
    readonly units: readonly string[]
    readonly from: string
    readonly to: string
    readonly found: number
  }
  readonly attachment: { readonly title: string; readonly pages: number }
}

export const office = {
  officeName: '云溪县政府信息公开查阅中心',
  windowName: '甲号窗口',
  placeCode: 'YX',
  workstation: 'A',
  agencyName: '云溪县自然资源局',
  agencyCode: '云自然资公开',
  agencyAddress: '云溪县人民路18号',
  contactName: '云溪县自然资源局办公室',
  contactPhone: '0571-88880000',
  reconsiderationName: '云溪县人民政府',
  reconsiderationAddress: '云溪县人民路1号',
  courtName: '云溪县人民法院',
  courtAddress: '云溪县法院路2号',
} as const

export const administrator = { name: '周敏', password: '青石镇的白鹭飞过云溪' } as const
export const reviewer = { name: '何立群', password: '云溪县的柳树三月发芽' } as const

export const defaultStory: Story = {
  applicant: {
    name: '张㛃䶮',
    idNumber: '33010219040404008X',
    phone: '13900000182',
    description: '青石镇白鹭村2019-G-014号宗地征地补偿安置方案。',
  },
  search: {
    places: ['局档案室2019年征地卷', '自然资源业务系统'],
    words: ['白鹭村', '2019-G-014'],
    units: ['用途管制股'],
    from: '2019-01',
    to: '2020-12',
    found: 1,
  },
  attachment: { title: '青石镇白鹭村2019-G-014号宗地征地补偿安置方案', pages: 12 },
}
