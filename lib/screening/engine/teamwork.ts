/** Words for working with others. */
export const together =
  /协作|合作|配合|跨部门|团队(?!管理)|沟通|协调|对接|\bcollaborat(?:e|ed|es|ing|ion)\b|cross-functional|team ?work|team player|\b(?:with|in|within|across|between|among)\s+(?:[\w-]+\s+){0,3}teams?\b|\bpartner(?:ed|ing) with|\bcoordinat(?:e|ed|ing)\b|stakeholders?|\b(?:closely|worked) with (?:\w+ ){0,2}(?:engineers|designers|developers|clients|customers|departments|colleagues)/i;
