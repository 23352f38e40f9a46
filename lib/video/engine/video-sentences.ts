/** What is said of recordings; slots as in the sentences of screenings. */
export const videoSentences: Record<string, readonly [zh: string, en: string]> = {
  quality_too_few_words: [
    "话太少：{words} 个字，至少要 {needed} 个。",
    "Too little was said: {words:word|words}, at least {needed} are needed.",
  ],
  quality_broken_letters: [
    "转写文本里有乱码，请换一种编码重新上传。",
    "The transcript has broken letters; give it again in another encoding.",
  ],
  quality_beyond_end: [
    "转写到 {last}，录像只有 {duration}，可能不是这段录像的文本。",
    "The transcript goes on to {last}, the recording ends at {duration}: it may belong to another recording.",
  ],
  quality_little_covered: [
    "转写只覆盖了录像的 {covered}%，至少要 {needed}%。",
    "The transcript covers {covered} % of the recording; at least {needed} % are needed.",
  ],
  quality_gap: ["有连续 {gap} 秒没有文字。", "There is a stretch of {gap:second|seconds} without words."],
  quality_unsure: [
    "语音识别的把握只有 {sure}%，至少要 {needed}%。",
    "The recogniser was {sure} % sure; at least {needed} % are needed.",
  ],
  quality_loop: [
    "文本反复出现相同的话，像是识别出错（重复 {repeated}%）。",
    "The same words come again and again, as when recognition fails ({repeated} % repeated).",
  ],
  quality_without_times: [
    "文本没有时间，不能从文字跳到录像，也不统计语速和停顿。",
    "Without times nothing plays from the text, and neither pace nor pauses are measured.",
  ],
  video_said_otherwise: ["先说 {before}，后来说 {after}。", "Says {before} first and {after} later."],
  video_figure_differs: ["说的是“{told}”，简历上写的是“{shown}”。", "Says {told}; the resume says {shown}."],
  video_answers: [
    "问了 {asked} 个问题，回答了 {answered} 个。",
    "{asked:question was|questions were} put and {answered} answered.",
  ],
  video_coverage: [
    "岗位的 {total} 条要求，充分谈到 {covered} 条。",
    "Of the position's {total:requirement|requirements}, {covered:was|were} talked over fully.",
  ],
  video_untouched: ["没有谈到：{requirements}。", "Not talked about: {requirements}."],
  video_told: [
    "“{question}”：讲自己做的事 {own} 处，数字 {figures} 个。",
    "“{question}”: own actions told {own:time|times}, {figures:figure|figures}.",
  ],
  video_told_unasked: [
    "没有提问的一段：讲自己做的事 {own} 处，数字 {figures} 个。",
    "Told without a question: own actions {own:time|times}, {figures:figure|figures}.",
  ],
  video_conflicts: [
    "说法不一致 {found} 处，两边原文见下。",
    "{found:thing differs|things differ}; both quotes are shown.",
  ],
};
