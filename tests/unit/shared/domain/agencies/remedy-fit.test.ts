import { expect, test } from 'vitest'
import { remedyDoubts, type RemedyDoubt } from '#shared/domain/agencies/remedy-fit'

const county = '云溪县人民政府'
const basic = '云溪县人民法院'

test.each<[agency: string, body: string, doubt: RemedyDoubt | undefined]>([
  ['云溪县自然资源局', county, undefined],
  ['云山市云溪县自然资源局', county, undefined],
  ['云溪县自然资源局', '云山市云溪县人民政府', undefined],
  ['云溪县自然资源局', '云山市自然资源局', 'countyGovernment'],
  ['云溪县自然资源局', '云山市人民政府', 'countyGovernment'],
  ['云溪县自然资源局', '清河县人民政府', 'countyGovernment'],
  ['云溪县青石镇人民政府', county, undefined],
  ['云溪县青石镇人民政府', '云溪县青石镇人民政府', 'countyGovernment'],
  ['青石乡人民政府', county, undefined],
  [county, '云山市人民政府', undefined],
  [county, county, 'governmentAbove'],
  [county, '云山市司法局', 'governmentAbove'],
  ['云溪县人民政府办公室', county, undefined],
  ['云溪县司法局', '云山市司法局', undefined],
  ['云溪县司法局', county, undefined],
  ['国家税务总局云溪县税务局', '国家税务总局云山市税务局', undefined],
  ['国家税务总局云溪县税务局', county, 'departmentAbove'],
  ['国家金融监督管理总局云溪监管支局', '国家金融监督管理总局云山监管分局', undefined],
  ['国家金融监督管理总局云溪监管支局', county, 'departmentAbove'],
  ['中国人民银行云溪县支行', '中国人民银行云山市分行', undefined],
  ['中国人民银行云溪县支行', county, 'departmentAbove'],
  ['中国证券监督管理委员会某监管局', '中国证券监督管理委员会', undefined],
  ['云溪县地方金融监督管理局', county, undefined],
  ['云溪县地方金融监督管理局', '云山市地方金融监督管理局', 'countyGovernment'],
  ['自然资源局', '某市人民政府', undefined],
])('%s before %s', (agency, reconsiderationBody, doubt) => {
  expect(remedyDoubts({ agency, reconsiderationBody, court: '' }).reconsiderationBody).toBe(doubt)
})

test.each<[agency: string, court: string, doubt: RemedyDoubt | undefined]>([
  ['云溪县自然资源局', basic, undefined],
  ['云溪县自然资源局', '云山铁路运输法院', undefined],
  ['云溪县自然资源局', '云山市中级人民法院', 'basicCourt'],
  ['云溪县青石镇人民政府', basic, undefined],
  [county, '云山市中级人民法院', undefined],
  [county, basic, 'intermediateCourt'],
  ['云山海关', '云山市中级人民法院', undefined],
  ['云山海关', basic, 'intermediateCourt'],
  ['国家税务总局云溪县税务局', basic, undefined],
  ['国家金融监督管理总局云溪监管支局', '云山市中级人民法院', 'basicCourt'],
])('%s sued before %s', (agency, court, doubt) => {
  expect(remedyDoubts({ agency, reconsiderationBody: '', court }).court).toBe(doubt)
})

test('nothing is said while nothing is typed; blanks are not read', () => {
  expect(remedyDoubts({ agency: '', reconsiderationBody: county, court: basic })).toEqual({})
  expect(remedyDoubts({ agency: '云溪县水务局', reconsiderationBody: '', court: '' })).toEqual({})
  expect(remedyDoubts({ agency: ' 云溪县 水务局 ', reconsiderationBody: ` ${county} `, court: basic })).toEqual({})
})
