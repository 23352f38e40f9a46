/** Traits that everyone claims and no resume shows. Apart from the dictionaries, so that the browser can ask too. */
export const soft =
  /沟通|协调|责任心|责任感|抗压|承压|团队(?:合作|协作|精神|意识)|积极|主动|热情|热爱|敬业|吃苦|刻苦|学习能力|逻辑|执行力|亲和力|性格|细心|细致|踏实|服务意识|职业道德|品德|品行|诚实|诚信|耐心|爱心|表达能力|乐观|开朗|communicat|team[- ]?(?:player|work|spirit)|attention to detail|problem[- ]solving|interpersonal|organi[sz]ational|self[- ](?:motivated|starter|driven)|work ethic|fast[- ]paced|proactive|positive attitude|time management|passion|enthusias/i;
