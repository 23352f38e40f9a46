import { z } from "zod";

// The shapes of HRM2's answers, each field and no other: what its clients read. Operations are held to them by their types, the
// API's document is made from them, and the tests parse what comes back with them.

const uuid = z.uuid();
const isoTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00$/);
const url = z.string().startsWith("/media/").nullable();
const percent = z.number().min(0).max(100);

export const scores = z.strictObject({
  hr_score: percent,
  technical_score: percent,
  manager_score: percent,
  comprehensive_score: percent,
});

export const page = { total: z.int(), page: z.int(), page_size: z.int() };

const share = z.number().min(0).max(1).nullable();
const traits = {
  ...{ fraud_score: share, neuroticism_score: share, extraversion_score: share },
  ...{ openness_score: share, agreeableness_score: share, conscientiousness_score: share },
};
const videoState = z.enum(["pending", "processing", "completed", "failed"]);
const videoBrief = { video_id: uuid, video_name: z.string(), status: videoState, confidence_score: share };

const positionResume = z.strictObject({
  id: uuid,
  candidate_name: z.string(),
  position_title: z.string(),
  resume_content: z.string(),
  screening_score: scores.nullable(),
  screening_summary: z.string().nullable(),
  report_md_url: url,
  report_json_url: url,
  created_at: isoTime,
  video_analysis: z.strictObject({ id: uuid, ...videoBrief, ...traits, summary: z.string() }).optional(),
  video_analysis_status: videoState.optional(),
});

const criteria = {
  position: z.string(),
  description: z.string(),
  required_skills: z.array(z.string()),
  optional_skills: z.array(z.string()),
  min_experience: z.int(),
  education: z.array(z.string()),
  certifications: z.array(z.string()),
  salary_range: z.tuple([z.int(), z.int()]),
  project_requirements: z.strictObject({ min_projects: z.int(), team_lead_experience: z.boolean() }),
};

/** E1: what was sent, or the newest position. */
export const currentCriteria = z.looseObject({ position: z.string() });
/** E6. */
export const draftedCriteria = z.strictObject(criteria);

export const position = z.strictObject({
  id: uuid,
  ...{ ...criteria, department: z.string() },
  is_active: z.literal(true),
  resume_count: z.int(),
  created_at: isoTime,
  updated_at: isoTime,
  resumes: z.array(positionResume).optional(),
});
export const positions = z.strictObject({ positions: z.array(position), total: z.int() });
export const assignedResumes = z.strictObject({
  ...{ position_id: uuid, assigned_count: z.int(), skipped_count: z.int(), total_resumes: z.int() },
});
export const unassignedResume = z.strictObject({ position_id: uuid, resume_id: uuid, total_resumes: z.int() });

const resumeBase = { id: uuid, candidate_name: z.string(), position_title: z.string() };
const reportUrls = { report_md_url: url, report_json_url: url };

export const taskResume = z.strictObject({
  ...resumeBase,
  scores: scores.nullable(),
  summary: z.string().max(500),
  json_content: z.string(),
  resume_content: z.string(),
  ...reportUrls,
  video_analysis: z.strictObject(videoBrief).optional(),
});

const report = z.strictObject({
  report_id: uuid,
  report_filename: z.string(),
  download_url: z.string(),
  resume_content: z.string(),
  position_info: z.record(z.string(), z.unknown()).optional(),
});

export const task = z.strictObject({
  task_id: uuid,
  status: z.enum(["pending", "running", "completed", "failed"]),
  progress: percent,
  current_step: z.int(),
  total_steps: z.int(),
  created_at: isoTime,
  current_speaker: z.string().optional(),
  error_message: z.string().optional(),
  resume_data: z.array(taskResume),
  reports: z.array(report).optional(),
});

export const tasks = z.strictObject({ tasks: z.array(task), ...page });
export const submittedTask = z.strictObject({ status: z.literal("submitted"), task_id: uuid });
export const deletedTask = z.strictObject({ task_id: uuid });

/** Of the later generation: two fields of a resume by other names, and a video's id by its own. */
function renamedResume<Shape extends { scores: z.ZodType; summary: z.ZodType }>({ scores, summary, ...rest }: Shape) {
  return { ...rest, screening_score: scores, screening_summary: summary };
}
const { video_id: _, ...nextVideoBrief } = { ...videoBrief, id: uuid };
export const nextTaskResume = z.strictObject({
  ...renamedResume(taskResume.shape),
  video_analysis: z.strictObject(nextVideoBrief).optional(),
});
export const nextTask = task.extend({ resume_data: z.array(nextTaskResume) });
export const nextTasks = z.strictObject({ tasks: z.array(nextTask), ...page });

const speaker = z.enum([
  "User_Proxy",
  "Assistant",
  "HR_Expert",
  "Technical_Expert",
  "Project_Manager_Expert",
  "Critic",
]);

export const screeningJson = z.strictObject({
  file_name: z.string(),
  name: z.string(),
  generated_at: z.string(),
  scores,
  salary_suggestions: z.strictObject({
    hr_suggestion: z.string(),
    technical_suggestion: z.string(),
    manager_suggestion: z.string(),
    final_suggestion: z.string(),
  }),
  review_comments: z.strictObject({
    hr_comments: z.string().min(1),
    technical_comments: z.string().min(1),
    manager_comments: z.string().min(1),
  }),
  final_recommendation: z.strictObject({
    decision: z.enum(["推荐面试", "备选", "不匹配"]),
    reasons: z.string().min(1),
  }),
  conversation_history: z.array(z.strictObject({ name: speaker, content: z.string().min(1), role: z.string() })),
});

export const libraryItem = z.strictObject({
  id: uuid,
  filename: z.string(),
  file_hash: z.string().regex(/^[0-9a-f]{8}$/),
  file_size: z.int(),
  file_type: z.string(),
  candidate_name: z.string().nullable(),
  is_screened: z.boolean(),
  is_assigned: z.boolean(),
  notes: z.string().nullable(),
  created_at: isoTime,
  content_preview: z.string().max(203),
});

export const libraryDetail = libraryItem
  .omit({ content_preview: true })
  .extend({ file_hash: z.string().regex(/^[0-9a-f]{64}$/), content: z.string(), updated_at: isoTime });

export const library = z.strictObject({ resumes: z.array(libraryItem), ...page });
export const nextLibrary = z.strictObject({ items: z.array(libraryItem), ...page });
export const changedItem = z.strictObject({ id: uuid });
export const deletedItems = z.strictObject({ deleted_count: z.int() });
export const knownHashes = z.strictObject({ exists: z.record(z.string(), z.boolean()), existing_count: z.int() });

export const uploaded = z.strictObject({
  uploaded: z.array(z.strictObject({ id: uuid, filename: z.string(), candidate_name: z.string().nullable() })),
  skipped: z.array(z.strictObject({ filename: z.string(), reason: z.enum(["内容为空", "简历已存在"]) })),
  uploaded_count: z.int(),
  skipped_count: z.int(),
});

const groupFields = {
  id: uuid,
  group_name: z.string(),
  position_title: z.string(),
  description: z.string(),
  resume_count: z.int(),
  status: z.string(),
  created_at: isoTime,
};

const groupMember = z.strictObject({
  ...{ ...resumeBase, scores: z.union([scores, z.strictObject({})]), summary: z.string(), json_content: z.string() },
  ...reportUrls,
  video_analysis: z
    .strictObject({ ...videoBrief, analysis_result: z.strictObject(traits), summary: z.string() })
    .optional(),
});
export const group = z.strictObject({ ...groupFields, resumes: z.array(groupMember).optional() });
const groupSummary = z.strictObject({ total_resumes: z.int(), status: z.string(), created_at: isoTime });
export const shownGroup = z.strictObject({ group, summary: groupSummary });
export const nextShownGroup = z.strictObject({
  group: group.extend({
    resumes: z
      .array(
        z.strictObject({
          ...renamedResume(groupMember.shape),
          video_analysis: z
            .strictObject({ ...nextVideoBrief, analysis_result: z.strictObject(traits), summary: z.string() })
            .optional(),
        }),
      )
      .optional(),
  }),
  summary: groupSummary,
});
export const groupBrief = z.strictObject({ group_id: uuid, group_name: z.string(), resume_count: z.int() });
export const groupStatus = z.strictObject({ group_id: uuid, group_name: z.string(), status: z.string() });

export const listedGroup = z.strictObject({
  ...groupFields,
  resumes: z
    .array(
      z.strictObject({
        ...resumeBase,
        screening_score: scores.nullable(),
        screening_summary: z.string(),
        resume_content: z.string(),
        created_at: isoTime,
        ...reportUrls,
      }),
    )
    .optional(),
});

export const groups = z.strictObject({ groups: z.array(listedGroup), ...page });

export const dataRow = z.strictObject({
  ...resumeBase,
  created_at: isoTime,
  screening_score: scores.nullable(),
  resume_file_hash: z.string().regex(/^[0-9a-f]{64}$/),
  ...reportUrls,
});

export const dataRows = z.strictObject({ results: z.array(dataRow), ...page });
export const storedRow = z.strictObject({ id: uuid });

export const reportDetail = z.strictObject({
  ...resumeBase,
  created_at: isoTime,
  scores: z.union([scores, z.strictObject({})]),
  summary: z.string(),
  resume_content: z.string(),
  json_report_content: z.string(),
  report_json_url: url,
  video_analysis_id: uuid.nullable(),
});
export const shownReport = z.strictObject({ report: reportDetail });
export const nextShownReport = z.strictObject({
  report: z.strictObject(renamedResume(reportDetail.shape)),
});

const rating = z.int().min(1).max(4);

export const evaluation = z.strictObject({
  normalized_score: percent,
  dimension_scores: z.strictObject({
    ...{ technical_depth: rating, practical_experience: rating, answer_specificity: rating },
    ...{ logical_clarity: rating, honesty: rating, communication: rating },
  }),
  confidence_level: z.enum(["genuine", "uncertain", "overconfident"]),
  should_followup: z.boolean(),
  followup_reason: z.string(),
  feedback: z.string().min(1),
});

export const interviewReport = z.strictObject({
  overall_assessment: z.strictObject({
    recommendation_score: percent,
    recommendation: z.enum(["强烈推荐", "推荐", "待定", "不推荐"]),
    summary: z.string().min(1),
  }),
  dimension_analysis: z.strictObject(
    Object.fromEntries(
      ["专业能力", "沟通能力", "学习能力", "团队协作"].map((key) => [
        key,
        z.strictObject({ score: z.number().min(1).max(5), comment: z.string().min(1) }),
      ]),
    ),
  ),
  skill_assessment: z.array(z.strictObject({ skill: z.string(), level: z.string(), evidence: z.string() })),
  highlights: z.array(z.string()),
  red_flags: z.array(z.string()),
  overconfidence_detected: z.boolean(),
  suggested_next_steps: z.array(z.string()),
});

export const openedInterview = z.strictObject({
  ...{ session_id: uuid, candidate_name: z.string(), position_title: z.string(), created_at: isoTime },
  resume_summary: z.strictObject({
    ...{ candidate_name: z.string(), position_title: z.string() },
    ...{ screening_score: scores.optional(), screening_summary: z.string().max(200).optional() },
  }),
});

const qaRecord = z.strictObject({
  ...{ round: z.int().min(1), question: z.string(), answer: z.string(), evaluation: evaluation.nullable() },
});

export const listedInterview = z.strictObject({
  ...{ id: uuid, resume_data_id: uuid, qa_records: z.array(qaRecord), created_at: isoTime },
  final_report: interviewReport.optional(),
});

export const interviewState = z.strictObject({
  ...{ session_id: uuid, candidate_name: z.string(), position_title: z.string() },
  ...{ current_round: z.int(), qa_count: z.int(), is_completed: z.boolean(), created_at: isoTime, updated_at: isoTime },
  has_final_report: z.literal(true).optional(),
  final_report_summary: z.string().optional(),
});

export const generatedQuestions = z.strictObject({
  session_id: uuid,
  question_pool: z.array(
    z.strictObject({
      ...{ question: z.string().min(1), category: z.string(), difficulty: z.int().min(1).max(10) },
      expected_skills: z.array(z.string()),
      source: z.enum(["resume_based", "skill_based"]),
    }),
  ),
  resume_highlights: z.array(z.string()),
  interest_points: z.array(z.strictObject({ content: z.string(), question: z.string(), reason: z.string() })),
});

export const recordedAnswer = z.strictObject({
  ...{ round_number: z.int().min(1), qa_record_id: uuid, evaluation: evaluation.nullable() },
  candidate_questions: z.array(
    z.strictObject({
      ...{ question: z.string().min(1), purpose: z.string(), expected_skills: z.array(z.string()) },
      source: z.enum(["followup", "resume", "job"]),
    }),
  ),
  followup_recommendation: z
    .strictObject({
      ...{ should_followup: z.boolean(), reason: z.string() },
      suggested_followups: z.array(z.strictObject({ question: z.string(), purpose: z.string(), difficulty: z.int() })),
    })
    .optional(),
  hr_action_hints: z.array(z.string()).min(1),
});

export const generatedReport = z.strictObject({ report: interviewReport, report_file_url: url });

const videoBase = {
  ...{ id: uuid, video_id: uuid, video_name: z.string(), candidate_name: z.string() },
  ...{ position_applied: z.string(), status: videoState, created_at: isoTime },
};

export const uploadedVideo = z.strictObject({ ...videoBase, resume_data_id: uuid.optional() });
export const videoStatus = z.strictObject({
  ...{ ...videoBase, ...traits, video_file: z.string().startsWith("/media/"), file_size: z.int() },
  analysis_result: z.strictObject(traits).optional(),
  ...{ summary: z.string().optional(), confidence_score: share.optional(), error_message: z.string().optional() },
});
export const updatedVideo = z.strictObject({
  ...{ id: uuid, video_id: uuid, status: videoState, analysis_result: z.strictObject(traits) },
  resume_data_id: uuid.optional(),
});
export const listedVideo = z.strictObject({
  ...{ ...videoBase, confidence_score: share, analysis_result: z.strictObject(traits).optional() },
});
export const videos = z.strictObject({ videos: z.array(listedVideo), ...page });
const linked = { resume_data_id: uuid, candidate_name: z.string() };
export const linkedVideo = z.strictObject({ ...linked, video_analysis_id: uuid, video_name: z.string() });
export const unlinkedVideo = z.strictObject({ ...linked, disconnected_video_id: uuid });

/** Of the later generation: a video has one id. */
const oneId = { video_id: true } as const;
export const nextUploadedVideo = uploadedVideo.omit(oneId);
export const nextVideoStatus = videoStatus.omit(oneId);
export const nextUpdatedVideo = updatedVideo.omit(oneId);
export const nextVideos = z.strictObject({ videos: z.array(listedVideo.omit(oneId)), ...page });

const fiveScale = z.number().min(1).max(5);
function scoredDimension(name: string, weight: number, subScores: [string, string, string, string]) {
  return z.strictObject({
    dimension_score: fiveScale,
    sub_scores: z.strictObject(Object.fromEntries(subScores.map((one) => [one, fiveScale]))),
    ...{ strengths: z.array(z.string()), weaknesses: z.array(z.string()), analysis: z.string().min(1) },
    ...{ weight: z.literal(weight), dimension_name: z.literal(name) },
  });
}

export const analysis = z.strictObject({
  ...{ id: uuid, resume_id: uuid, candidate_name: z.string(), final_score: percent },
  recommendation: z.strictObject({
    level: z.enum(["strong_recommend", "recommend", "cautious", "not_recommend"]),
    label: z.enum(["强烈推荐", "推荐录用", "谨慎考虑", "不推荐"]),
    ...{ action: z.string().min(1), score: percent },
  }),
  dimension_scores: z.strictObject({
    professional_competency: scoredDimension("专业能力", 0.3, [
      ...(["核心技能掌握程度", "专业知识深度", "问题解决能力", "学习成长潜力"] as const),
    ]),
    work_experience: scoredDimension("工作经验", 0.25, [
      ...(["经验相关性", "项目复杂度", "成果可量化性", "职责承担程度"] as const),
    ]),
    soft_skills: scoredDimension("软技能", 0.2, [
      ...(["沟通表达能力", "团队协作意识", "压力应对能力", "主动性与责任心"] as const),
    ]),
    cultural_fit: scoredDimension("文化匹配", 0.15, [
      ...(["职业价值观", "工作态度", "发展意愿", "稳定性预期"] as const),
    ]),
    interview_performance: scoredDimension("面试表现", 0.1, [
      ...(["回答逻辑性", "思维深度", "应变能力", "自我认知准确性"] as const),
    ]),
  }),
  ...{ comprehensive_report: z.string().min(1), created_at: isoTime },
});

const evaluationState = z.enum(["pending", "processing", "completed", "failed"]);
export const startedEvaluation = z.strictObject({ task_id: uuid, status: evaluationState });
export const evaluationTask = z.strictObject({
  ...{ task_id: uuid, group_id: z.string(), status: evaluationState, progress: z.int().min(0).max(11) },
  ...{ current_speaker: z.string().nullable(), created_at: isoTime, updated_at: isoTime },
  result_file: z.string().startsWith("/media/interview_evaluation_reports/").optional(),
  ...{ result_summary: z.string().max(500).optional(), error_message: z.string().optional() },
});
export const analysedResumes = z.strictObject({ analyzed_count: z.int() });

/** Of the tools for developers. */
export const forcedError = z.strictObject({
  ...{ force_error: z.boolean(), error_message: z.string(), error_type: z.string(), expires_in: z.int() },
});
export const errorState = z.looseObject({ active: z.boolean() });
export const generatedResumes = z.strictObject({
  added: z.array(z.strictObject({ id: uuid, filename: z.string(), candidate_name: z.string() })),
  skipped: z.array(z.strictObject({ filename: z.string(), reason: z.string() })),
  ...{ added_count: z.int(), skipped_count: z.int(), requested_count: z.int() },
});
