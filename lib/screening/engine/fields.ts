/** Fields of work, each by the words that job titles and job advertisements use for it in both languages. */
const fields: RegExp[] = [
  /软件|后端|前端|全栈|程序员|研发|开发工程|开发经验|服务端|客户端|移动端|software|back-?end|front-?end|full-?stack|developer|programmer|web development|(?:devops|platform|site reliability|systems?|cloud) engineer|\bswe\b|\bsre\b/i,
  /数据分析|数据科学|数据工程|大数据|算法|机器学习|人工智能|data (?:analy|scien|engineer)|machine learning|\bai engineer|business intelligence/i,
  /测试|质量保证|\bqa\b|quality assurance|test(?:ing)? engineer|\bsdet\b/i,
  /运维|网络工程|信息安全|技术支持|桌面支持|devops|site reliability|system admin|network|help ?desk|desktop support|it support|security engineer/i,
  /产品经理|产品负责|product (?:manager|owner|lead)/i,
  /项目经理|项目管理|project manag|program manag|scrum master/i,
  /会计|财务|审计|出纳|税务|account(?:ant|ing|s)|financ|audit|bookkeep|controller|tax/i,
  /人力资源|招聘|人事|薪酬|human resource|recruit|talent|\bhr\b|people operations/i,
  /市场|营销|品牌|推广|新媒体|公关|marketing|brand|growth|communications|public relations|\bseo\b/i,
  /销售|商务|客户经理|业务员|渠道|sales|business development|account (?:executive|manager)/i,
  /客服|客户服务|售后|customer (?:service|support|success)|call cent/i,
  /设计师|视觉|交互|平面|美工|designer|\bui\b|\bux\b|graphic|creative/i,
  /行政|办公室|前台|文秘|助理|administrat|office (?:manager|coordinator|assistant)|secretar|receptionist|practice manager/i,
  /运营|电商|operations|e-?commerce/i,
  /采购|供应链|物流|仓储|procurement|purchas|supply chain|logistics|warehouse/i,
  /机械|机电|结构工程|工艺|制造|生产管理|mechanic|manufactur|production|industrial engineer/i,
  /电气|硬件|嵌入式|电子工程|芯片|electric|hardware|embedded|electronic|\bfpga\b|semiconductor/i,
  /土木|建筑|施工|造价|工程监理|civil|architect(?!ure of)|construction|quantity survey/i,
  /教师|讲师|教学|培训师|teach|lectur|tutor|instructor|trainer/i,
  /护士|医生|医师|药师|临床|nurs|physician|doctor|pharmac|clinical|medical/i,
  /法务|律师|合规|legal|lawyer|attorney|counsel|compliance/i,
  /科研|研究员|研究助理|research/i,
];

/** The fields that a requirement asks for; a job in one of them matches its pattern. */
export function readFields(text: string): RegExp[] {
  return fields.filter((field) => field.test(text));
}
