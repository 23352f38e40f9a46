import { z } from "zod";

// The shapes of HRM2's answers, each field and no other: what its clients read.

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
});

export const position = z.strictObject({
  id: uuid,
  position: z.string(),
  department: z.string(),
  description: z.string(),
  required_skills: z.array(z.string()),
  optional_skills: z.array(z.string()),
  min_experience: z.int(),
  education: z.array(z.string()),
  certifications: z.array(z.string()),
  salary_range: z.tuple([z.int(), z.int()]),
  project_requirements: z.strictObject({ min_projects: z.int(), team_lead_experience: z.boolean() }),
  is_active: z.literal(true),
  resume_count: z.int(),
  created_at: isoTime,
  updated_at: isoTime,
  resumes: z.array(positionResume).optional(),
});
export type Position = z.infer<typeof position>;

const resumeBase = { id: uuid, candidate_name: z.string(), position_title: z.string() };
const reportUrls = { report_md_url: url, report_json_url: url };

export const taskResume = z.strictObject({
  ...resumeBase,
  scores: scores.nullable(),
  summary: z.string().max(500),
  json_content: z.string(),
  resume_content: z.string(),
  ...reportUrls,
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
export type Task = z.infer<typeof task>;

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
export type LibraryItem = z.infer<typeof libraryItem>;

export const libraryDetail = libraryItem
  .omit({ content_preview: true })
  .extend({ file_hash: z.string().regex(/^[0-9a-f]{64}$/), content: z.string(), updated_at: isoTime });

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

export const group = z.strictObject({
  ...groupFields,
  resumes: z
    .array(
      z.strictObject({
        ...resumeBase,
        scores: z.union([scores, z.strictObject({})]),
        summary: z.string(),
        json_content: z.string(),
        ...reportUrls,
      }),
    )
    .optional(),
});

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

export const dataRow = z.strictObject({
  ...resumeBase,
  created_at: isoTime,
  screening_score: scores.nullable(),
  resume_file_hash: z.string().regex(/^[0-9a-f]{64}$/),
  ...reportUrls,
});

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

/** One body that each family of errors is read from. */
export const error = z.object({
  status: z.literal("error"),
  code: z.int(),
  message: z.string().min(1),
  error: z.string().min(1),
  errors: z.unknown().optional(),
  details: z.unknown().optional(),
});

export const coded = <Data extends z.ZodType>(data: Data) =>
  z.strictObject({ code: z.int(), message: z.string(), data });
export const bare = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ ...shape, message: z.string() });
export const page = { total: z.int(), page: z.int(), page_size: z.int() };

/** {status: "success", message, data}. */
export function marked<Data extends z.ZodType>(data: Data) {
  return z.strictObject({ status: z.literal("success"), message: z.string(), data });
}

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

const share = z.number().min(0).max(1).nullable();
const traits = {
  ...{ fraud_score: share, neuroticism_score: share, extraversion_score: share },
  ...{ openness_score: share, agreeableness_score: share, conscientiousness_score: share },
};
const videoState = z.enum(["pending", "processing", "completed", "failed"]);
const videoBase = {
  ...{ id: uuid, video_id: uuid, video_name: z.string(), candidate_name: z.string() },
  ...{ position_applied: z.string(), status: videoState, created_at: isoTime },
};

export const uploadedVideo = { ...videoBase, resume_data_id: uuid.optional() };
export const videoStatus = {
  ...{ ...videoBase, ...traits, video_file: z.string().startsWith("/media/"), file_size: z.int() },
  analysis_result: z.strictObject(traits).optional(),
  ...{ summary: z.string().optional(), confidence_score: share.optional(), error_message: z.string().optional() },
};
export const updatedVideo = {
  ...{ id: uuid, video_id: uuid, status: videoState, analysis_result: z.strictObject(traits) },
  resume_data_id: uuid.optional(),
};
export const listedVideo = z.strictObject({
  ...{ ...videoBase, confidence_score: share, analysis_result: z.strictObject(traits).optional() },
});
const linked = { resume_data_id: uuid, candidate_name: z.string() };
export const linkedVideo = { ...linked, video_analysis_id: uuid, video_name: z.string() };
export const unlinkedVideo = { ...linked, disconnected_video_id: uuid };
