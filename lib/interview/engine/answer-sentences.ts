/** What is said of answers and interviews; slots as in the sentences of screenings. Empty values only choose the words. */
export const answerSentences = {
  rated_depth: [
    "说到技术或专业内容 {count} 项[（{skills}）]，理由与取舍 {reasons} 处，失败与异常 {failures} 处。",
    "Names {count:technical term|technical terms}[ ({skills})]; {reasons:reason or trade-off|reasons or trade-offs}; {failures:failure|failures} told.",
  ],
  rated_depth_unknown: ["这一问一答看不出专业深度。", "This question and answer do not show technical depth."],
  rated_practice: [
    "讲自己做的事 {own} 处，讲“我们” {team} 处，讲结果 {results} 处。",
    "Tells of own actions {own:time|times}, of “we” {team:time|times}, of results {results:time|times}.",
  ],
  rated_practice_none: ["候选人说没有做过。", "The candidate says not to have done it."],
  rated_specificity: [
    "具体数字 {figures} 处，具体名称 {count} 个，含糊或泛泛的说法 {hedges} 处。",
    "{figures:figure|figures}, {count:concrete name|concrete names}, {hedges:vague or general phrase|vague or general phrases}.",
  ],
  rated_specificity_unknown: ["没有做过的事，不评具体程度。", "Not rated for something that was not done."],
  rated_clarity: [
    "背景、任务、行动、结果讲到 {parts} 项，连接词 {links} 类。",
    "{parts} of situation, task, action and result; {links:kind of connective|kinds of connective}.",
  ],
  rated_clarity_unknown: ["话太少，看不出条理。", "Too few words to show an order."],
  rated_honesty: [
    "承认不会或没做过 {admissions} 处，讲到失败 {failures} 处，“我” {own} 处，“我们” {team} 处。",
    "{admissions:limit|limits} admitted, {failures:failure|failures} told; “I” {own:time|times}, “we” {team:time|times}.",
  ],
  rated_honesty_absolutes: [
    "有 {absolutes} 处绝对的说法，没有相应的事实。",
    "{absolutes:absolute claim|absolute claims} without facts to go with.",
  ],
  rated_honesty_unknown: [
    "没有说到不足、失败或各自的分工，不评。",
    "Not rated: no limits, failures or shares of the work were spoken of.",
  ],
  rated_communication: [
    "切题；连接词 {links} 类，口头填充词 {fillers} 个，含糊说法 {hedges} 处。",
    "Keeps to the question; {links:kind of connective|kinds of connective}, {fillers:filler|fillers}, {hedges:hedge|hedges}.",
  ],
  rated_communication_aside: [
    "与问题用词没有重合；连接词 {links} 类，口头填充词 {fillers} 个，含糊说法 {hedges} 处。",
    "Shares no words with the question; {links:kind of connective|kinds of connective}, {fillers:filler|fillers}, {hedges:hedge|hedges}.",
  ],
  rated_communication_unknown: ["只说没有做过，不评表达。", "Not rated: only says not to have done it."],

  not_rated_too_short: ["回答太短，不评。", "Too short to rate."],
  not_rated_clarification: ["候选人在确认问题，不评。", "The candidate asked what was meant; not rated."],
  not_rated_counter_question: ["候选人在反问，不评。", "The candidate asked a question; not rated."],
  not_rated_off_topic: ["回答与问题无关，不评。", "Not about the question; not rated."],

  again_too_short: ["回答太短，可以请候选人展开。", "The answer was very short; ask for more."],
  again_clarification: ["候选人没有听清或没有理解问题。", "The candidate did not catch or understand the question."],
  again_counter_question: [
    "候选人反问之后，还没有回答问题。",
    "The candidate asked something and has not answered yet.",
  ],
  again_off_topic: ["说的是别的事，问题还没有回答。", "It was about something else; the question is still open."],

  lacks_experience: ["因为：候选人没有做过，可以听听思路。", "Because: not done before; how would it be approached?"],
  lacks_own_part: ["因为：没有说自己做了哪一部分。", "Because: the own part was not told."],
  lacks_specifics: ["因为：没有说到具体的东西。", "Because: nothing concrete was named."],
  lacks_figures: ["因为：没有说到数字。", "Because: no figures were given."],
  lacks_result: ["因为：没有说结果和怎么衡量。", "Because: neither result nor measure was told."],
  lacks_reason: ["因为：没有说为什么这样做。", "Because: why it was done this way was not told."],
  lacks_failure: ["因为：没有说失败或异常怎么处理。", "Because: how failures were handled was not told."],

  feedback_full: [
    "[讲清了自己做的事 {own} 处，给出数字 {figures} 处][讲清了自己做的事 {actions} 处][给出数字 {numbers} 处][说到了 {skills}]，没有明显缺的。",
    "[Own actions told {own:time|times}, with {figures:figure|figures}][Own actions told {actions:time|times}][{numbers:figure|figures} given][Names {skills}]; nothing obvious is missing.",
  ],
  feedback_partly: [
    "[讲清了自己做的事 {own} 处，给出数字 {figures} 处][讲清了自己做的事 {actions} 处][给出数字 {numbers} 处][说到了 {skills}]；[没有说自己做了哪一部分{no_own_part}][没有说到具体的东西{no_specifics}][没有数字{no_figures}][没有说结果{no_result}][没有说为什么这样做{no_reason}][没有说失败怎么处理{no_failure}]。",
    "[Own actions told {own:time|times}, with {figures:figure|figures}][Own actions told {actions:time|times}][{numbers:figure|figures} given][Names {skills}]; [the own part is missing{no_own_part}][nothing concrete is named{no_specifics}][figures are missing{no_figures}][the result is missing{no_result}][the reasons are missing{no_reason}][how failures were handled is missing{no_failure}].",
  ],
  feedback_thin: [
    "[没有说自己做了哪一部分{no_own_part}][没有说到具体的东西{no_specifics}][没有数字{no_figures}][没有说结果{no_result}][没有说为什么这样做{no_reason}][没有说失败怎么处理{no_failure}]。",
    "[The own part is missing{no_own_part}][Nothing concrete is named{no_specifics}][Figures are missing{no_figures}][The result is missing{no_result}][The reasons are missing{no_reason}][How failures were handled is missing{no_failure}].",
  ],
  feedback_admission: ["如实说没有做过。", "Says plainly not to have done it."],
  feedback_overconfident: [
    "有 {absolutes} 处绝对的说法，缺少事实支撑。",
    "{absolutes:absolute claim|absolute claims}, with few facts to go with.",
  ],
  feedback_too_short: ["回答太短，看不出什么。", "Too short to show anything."],
  feedback_clarification: ["候选人先确认了问题。", "The candidate first made sure of the question."],
  feedback_counter_question: ["候选人提了一个问题。", "The candidate asked a question."],
  feedback_off_topic: ["说的是与问题无关的事。", "It was about something other than the question."],

  suggest_again: ["因为：候选人没有听清或没有理解问题。", "Because: the question was not understood."],
  suggest_back: ["因为：刚才的问题还没有回答。", "Because: the question has not been answered yet."],
  suggest_more: ["因为：回答太短。", "Because: the answer was very short."],
  suggest_planned: ["计划里这道题的追问。", "A follow-up that the plan has for this question."],
  suggest_untouched: ["还没有问到：{requirement}", "Not asked about yet: {requirement}"],
  suggest_thin: ["说得还不够：{requirement}", "Too little said so far: {requirement}"],
  suggest_beyond: ["计划里的题都问过了。", "Everything planned has been asked."],
  suggest_next: ["计划里的下一题。", "Next in the plan."],

  contradicts_total_years: [
    "说工作 {told} 年，简历上是 {shown} 年。",
    "Says {told:year|years} of work; the resume shows {shown}.",
  ],
  contradicts_skill_years: [
    "说 {skills} 用了 {told} 年，从简历的起止时间看是 {shown} 年。",
    "Says {told:year|years} of {skills}; the dates of the resume show {shown}.",
  ],
  contradicts_skill_lifetime: [
    "说 {skills} 用了 {told} 年，比简历上学习和工作的时间还长。",
    "Says {told:year|years} of {skills}, longer than the resume's years of study and work.",
  ],
  contradicts_tenure: [
    "说在{employer} {told} 年，简历上是 {shown} 年。",
    "Says {told:year|years} at {employer}; the resume shows {shown}.",
  ],
  contradicts_joined: [
    "说 {told} 年进入{employer}，简历上是 {shown}。",
    "Says to have joined {employer} in {told}; the resume says {shown}.",
  ],
  contradicts_left: [
    "说 {told} 年离开{employer}，简历上是 {shown}。",
    "Says to have left {employer} in {told}; the resume says {shown}.",
  ],
  contradicts_graduation: [
    "说 {told} 年毕业，简历上是 {shown}。",
    "Says to have graduated in {told}; the resume says {shown}.",
  ],
  contradicts_employer: [
    "说在{employer}工作过，简历没有提到。",
    "Says to have worked at {employer}, which the resume does not name.",
  ],
  contradicts_degree: [
    "说的学历是{asked}，简历上最高是{degree}。",
    "Says to hold {asked}; the highest in the resume is {degree}.",
  ],
  contradicts_school: [
    "说就读于{school}，简历没有提到。",
    "Says to have studied at {school}, which the resume does not name.",
  ],
  contradicts_team_size: [
    "说带 {told} 人，简历上最多是 {shown} 人。",
    "Says to have led {told:person|people}; the most in the resume is {shown}.",
  ],
  contradicts_title: [
    "说的职位是“{told}”，简历上最高是“{title}”。",
    "Says “{told}”; the highest title in the resume is “{title}”.",
  ],
  contradicts_never_used: [
    "说没有用过 {skills}，简历里有。",
    "Says never to have used {skills}, which the resume names.",
  ],
  contradicts_denied_skill: [
    "说用过 {skills}，简历写没有用过。",
    "Says to have used {skills}; the resume says not to have.",
  ],

  report_answers: [
    "问了 {asked} 个问题，其中 {rated} 个回答可以评。",
    "{asked:question was|questions were} put; {rated:answer|answers} could be rated.",
  ],
  report_coverage: [
    "岗位的 {total} 条要求，充分谈到 {covered} 条。",
    "Of the position's {total:requirement|requirements}, {covered} were talked over fully.",
  ],
  report_no_score: [
    "没有可以评的回答，所以没有分数，也不作建议。",
    "No answer could be rated, so there is no score and nothing to go by.",
  ],
  report_contradictions: [
    "与简历不一致 {found} 处，见原文对照。",
    "{found:thing differs|things differ} from the resume; both quotes are shown.",
  ],
  report_no_contradictions: ["没有发现与简历不一致的地方。", "Nothing was found that differs from the resume."],
  dimension_professional: [
    "{answers} 个回答的深度、经验和具体程度，平均 {mean}（满分 4）。",
    "Depth, experience and specificity of {answers:answer|answers}: {mean} of 4 on average.",
  ],
  dimension_professional_unknown: ["没有说到，看不出。", "Nothing was said to it."],
  dimension_communication: [
    "{answers} 个回答的条理和表达，平均 {mean}（满分 4）。",
    "Order and wording of {answers:answer|answers}: {mean} of 4 on average.",
  ],
  dimension_communication_unknown: ["没有说到，看不出。", "Nothing was said to it."],
  dimension_learning: [
    "{answers} 个回答讲到学习或复盘。",
    "{answers:answer tells|answers tell} of learning or looking back.",
  ],
  dimension_learning_unknown: ["没有说到学习或复盘，看不出。", "Nothing was said of learning or looking back."],
  dimension_teamwork: ["{answers} 个回答讲到与人配合。", "{answers:answer tells|answers tell} of working with others."],
  dimension_teamwork_unknown: ["没有说到与人配合，看不出。", "Nothing was said of working with others."],
  highlight_told: [
    "「{question}」：讲了自己做的事 {own} 处，数字 {figures} 处。",
    "“{question}”: own actions told {own:time|times}, with {figures:figure|figures}.",
  ],
  next_check_gate: ["确认门槛要求：{requirement}", "Check the gate: {requirement}"],
  next_ask: ["还没有问到必须的要求：{requirement}", "Not asked about, and a must: {requirement}"],
  next_go_deeper: ["谈得还不够的必须要求：{requirement}", "Too little said, and a must: {requirement}"],
  next_clear_up: ["核对：说“{said}”，简历写“{written}”。", "Clear up: said “{said}”; the resume says “{written}”."],
} satisfies Record<string, [zh: string, en: string]>;
