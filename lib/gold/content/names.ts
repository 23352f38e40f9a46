/** A name as written, and as it should be read where that is not the same. */
export type WrittenName = { written: string; read?: string | { any: string[] } };

// People who do not exist. Names that are also trades, places or ordinary words are here on purpose.
const plainChinese =
  "王伟|李娜|张敏|刘洋|陈静怡|杨子涵|赵明辉|黄丽华|周建军|吴佳琪|徐浩然|孙悦|胡志强|朱婉婷|高翔|林晓峰|何雨薇|郭凯|马超群|罗文静|梁思雨|宋海燕|郑国栋|谢婷|韩雪梅|唐一鸣|冯丽|于洪波|董子轩|萧雅|程诺|曹阳|袁梦|邓家豪|许晴|傅明远|沈若溪|曾庆国|彭飞|吕秀英|苏晴川|卢俊|蒋欣然|张杨若水|贾玉洁|丁宁|魏来|薛冰|叶知秋|阎瑞|余生辉|潘安琪|杜鹃|戴维|夏天|钟灵|汪洋|田园|任我行|姜黎明|范小青|方圆|石磊|姚远|谭笑|廖凡|邹明月|熊猛|金钟|陆地|郝好|刘陈子墨|白杨|崔莹|康健|毛小雨|邱小云|秦川|江山|顾北|侯勇";
const unusualChinese: WrittenName[] = [
  ..."欧阳修文|司马青衫|上官婉儿|诸葛明|慕容雪|端木清|欧阳静怡|东方晓|皇甫嵩|尉迟恭礼|夏侯宁"
    .split("|")
    .map((written) => ({ written })),
  ..."买买提·艾力|古丽娜尔·阿不都|阿依古丽·买合木提|扎西·次仁|巴特尔·苏和".split("|").map((written) => ({ written })),
  { written: "王 强", read: "王强" },
  { written: "李 明 轩", read: "李明轩" },
  { written: "陈思远（Kevin Chen）", read: { any: ["陈思远", "Kevin Chen"] } },
  { written: "林小满 Amanda Lin", read: { any: ["林小满", "Amanda Lin", "林小满 Amanda Lin"] } },
  { written: "赵一诺 先生", read: "赵一诺" },
];
export const chineseNames: WrittenName[] = [
  ...plainChinese.split("|").map((written) => ({ written })),
  ...unusualChinese,
];

const plainEnglish =
  "Amy Baker|Will Cook|Grace Mason|Peter Carpenter|Hannah Fisher|Maria T. Alvarez|Jean-Luc Moreau|Ravi Kumar Subramanian|Ludwig van der Berg|Nguyen Thi Lan|Siobhán O'Connor|Li Na|Priya Raghunathan|Omar Haddad|Austin Brooks|Paris Nguyen|Jordan West|Sofía Fernández|Ana de Souza|Mohammed Al-Rashid|Kwame Mensah|Björn Lindqvist|Chen Wei|Fatima Zahra|Thomas Edward Hughes|Yuki Tanaka|Olga Petrova|Samuel J. Park|Chidi Okafor|Elena Rossi|Harper Young|Summer Reed|Dale Cooper|Rose Miller|June Park|Mary Ann Whitfield|Abdul Karim bin Osman|Zoë Novak|Ian McAllister|Tess D'Angelo|Charlotte Engel|Marcus Bell|Dev Patel|Ingrid Dahl|Viktor Horvat|Bao Tran|Noor Khan|Eleanor Rigsby|George Banks|Pilar Ortega";
const unusualEnglish: WrittenName[] = [
  { written: "Dr. Helen Okafor", read: { any: ["Helen Okafor", "Dr. Helen Okafor"] } },
  { written: "Daniel Foster, PhD", read: "Daniel Foster" },
  { written: "Rebecca Lane, RN, BSN", read: "Rebecca Lane" },
  { written: "Mr. Arthur Pendle", read: { any: ["Arthur Pendle", "Mr. Arthur Pendle"] } },
  { written: "JONATHAN PRICE" },
  { written: "SARAH-JANE ELLIS" },
  { written: "William (Bill) Thornton", read: { any: ["William Thornton", "William (Bill) Thornton", "William"] } },
  { written: "Resume of Lucy Hart", read: "Lucy Hart" },
];
export const englishNames: WrittenName[] = [
  ...plainEnglish.split("|").map((written) => ({ written })),
  ...unusualEnglish,
];
