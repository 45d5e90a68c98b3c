import { expect, test } from 'vitest'
import { maskAddress } from '#shared/domain/identity/mask-address'
import {
  maskEmail,
  maskIdNumber,
  maskIdNumberForPublic,
  maskName,
  maskParty,
  maskPhone,
} from '#shared/domain/identity/masking'

test.each([
  ['张三', '张*'],
  ['张三丰', '张**'],
  ['张王三丰', '张**'],
  ['欧阳修', '欧阳*'],
  ['司马相如', '司马**'],
  ['欧阳', '欧*'],
  ['𠮷野家', '𠮷**'],
  ['王𬀩', '王*'],
  ['阿依努尔·买买提', '阿**'],
  ['John Smith', 'J**'],
  ['张', '*'],
  ['', ''],
])('name %s -> %s', (name, masked) => expect(maskName(name)).toBe(masked))

test.each([
  ['110101190001010014', '110***********0014'],
  ['USA110100000101', 'USA********0101'],
  ['E00000001', '*****0001'],
  ['123', '**3'],
  ['', ''],
])('number %s -> %s', (idNumber, masked) => expect(maskIdNumber(idNumber)).toBe(masked))

test('public lists show the last four only', () => {
  expect(maskIdNumberForPublic('110101190001010014')).toBe('**************0014')
})

test.each([
  ['13800001234', '138****1234'],
  ['0871-63160000', '087******0000'],
  ['63160000', '****0000'],
  ['', ''],
])('phone %s -> %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked))

test.each([
  ['云南省昆明市五华区华山街道人民路1号2栋301', '云南省昆明市五华区华山街道***'],
  ['云南省大理白族自治州云龙县诺邓镇诺邓村12号', '云南省大理白族自治州云龙县诺邓镇***'],
  ['北京市朝阳区望京小区3号', '北京市朝阳区***'],
  ['昆明市人民路小区5号', '昆明市***'],
  ['内蒙古自治区呼伦贝尔市鄂温克族自治旗巴彦托海镇1号', '内蒙古自治区呼伦贝尔市鄂温克族自治旗巴彦托海镇***'],
  ['人民路1号', '***'],
  ['', ''],
  ['建设路十二号县医院家属院3栋2单元301室', '***'],
  ['建设路１２号县医院家属楼３栋', '***'],
  ['城关镇幸福路三十六号市政府家属院二单元', '城关镇***'],
  ['人民路五号市场巷2号', '***'],
  ['幸福里小区八栋二单元三〇一（城区供电所对面）', '***'],
  ['碧海花园别墅区12号', '***'],
  ['供电局家属区5栋302', '***'],
  ['人民路省医院宿舍', '***'],
  ['云溪县城关菜市场3号', '云溪县***'],
  ['昆明市经济技术开发区8号', '昆明市***'],
  ['建设路乡政府宿舍', '***'],
  ['人民路步行街街道旁', '***'],
])('address %s -> %s', (address, masked) => expect(maskAddress(address)).toBe(masked))

test.each([
  '云南省昆明市石林彝族自治县路美邑镇',
  '路南彝族自治县',
  '湖北省襄阳市南漳县巡检镇',
  '河南省三门峡市湖滨区',
  '山东省日照市五莲县街头镇',
  '甘肃省兰州市七里河区西园街道',
  '西藏自治区昌都市八宿县',
  '西藏自治区阿里地区札达县',
  '江西省九江市八里湖新区',
  '四川省凉山彝族自治州木里藏族自治县',
  '新疆维吾尔自治区哈密市巴里坤哈萨克自治县',
  '黑龙江省哈尔滨市道里区',
  '浙江省台州市路桥区路南街道',
  '江苏省徐州市鼓楼区',
  '江西省萍乡市莲花县',
  '河南省新乡市卫辉市',
  '江西省景德镇市昌江区',
  '北京市朝阳区三里屯街道',
  '北京市海淀区学院路街道',
  '北京市东城区东四街道',
  '上海市浦东新区书院镇',
  '广东省揭阳市惠来县东陇镇',
  '吉林省长春市农安县万顺乡',
  '贵州省安顺市镇宁布依族苗族自治县',
  '湖南省湘西土家族苗族自治州花垣县十八洞镇',
  '云南省大理白族自治州鹤庆县辛屯镇',
  '内蒙古自治区锡林郭勒盟正蓝旗',
  '云溪县大路镇',
  '云溪县十里铺镇',
])('an administrative name is kept whole: %s', address =>
  expect(maskAddress(`${address}建设路12号`)).toBe(`${address}***`),
)

test.each([
  ['zhangsan@example.com', 'z***@example.com'],
  ['z@example.com', 'z***@example.com'],
  ['nonsense', '***'],
])('e-mail %s -> %s', (email, masked) => expect(maskEmail(email)).toBe(masked))

test.each([
  ['a person', { name: '张三', idNumber: '110101190001010014' }, undefined, ['张*', '110***********0014']],
  ['the same as the applicant', { name: '张三', idNumber: '' }, 'naturalPerson', ['张*', '']],
  [
    'an organisation with its code, wherever it stands',
    { name: '云溪县供水有限公司', idKind: 'creditCode', idNumber: '91420102YYYY00071W' },
    undefined,
    ['云溪县供水有限公司', '91420102YYYY00071W'],
  ],
  [
    'an organisation of an old register, whose code nobody knows',
    { name: '云溪县供水有限公司', idNumber: '' },
    'commercial',
    ['云溪县供水有限公司', ''],
  ],
  [
    'a number that an organisation brought and that is of a person',
    { name: '云溪县商会', idNumber: '110101190001010014' },
    'otherOrganisation',
    ['云溪县商会', '110***********0014'],
  ],
] as const)('of %s', (_who, party, applicantType, [name, idNumber]) => {
  expect(maskParty(party, applicantType)).toEqual({ name, idNumber })
})
