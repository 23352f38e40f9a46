import { z } from "zod";

const text = z.string().trim().min(1).optional();

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  DATABASE_URL: z.string().min(1),
  NEXTAUTH_SECRET: z.string().min(16),
  NEXTAUTH_URL: text,
  /** The company's own sign-in (OpenID Connect), with the callback `<NEXTAUTH_URL>/api/auth/callback/oidc`. */
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine((url) => url.startsWith("https:") || /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(url).hostname), {
      error: "has to begin with https:",
    })
    .optional(),
  OIDC_CLIENT_ID: text,
  OIDC_CLIENT_SECRET: text,
  /** What the button says; without it, the issuer's host. */
  OIDC_NAME: text,
  /** Whose people get an account with their first sign-in, and as what: `example.com=recruiter example.org=interviewer`. */
  OIDC_DOMAINS: z
    .string()
    .default("")
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(z.string().regex(/^[a-z0-9.-]+\.[a-z]+=(recruiter|hiring_manager|interviewer)$/)))
    .transform((pairs) => new Map(pairs.map((pair) => pair.split("=") as [string, "recruiter"]))),
  DATA_DIR: z.string().default(".data"),
  BLOB_READ_WRITE_TOKEN: text,
  /** For one file to or from a store elsewhere; recordings, which go in parts, take longer. */
  STORAGE_TIMEOUT_SECONDS: z.coerce.number().min(0.1).max(600).default(20),
  INNGEST_EVENT_KEY: text,
  INNGEST_SIGNING_KEY: text,
  INNGEST_BASE_URL: text,
  ADMIN_EMAIL: text,
  ADMIN_PASSWORD: text,
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** The model for every task without its own. */
  OPENAI_MODEL: text,
  OPENAI_MODEL_DRAFT: text,
  OPENAI_MODEL_SUMMARY: text,
  OPENAI_MODEL_FIELDS: text,
  OPENAI_MODEL_EXPERTS: text,
  OPENAI_MODEL_INTERVIEW: text,
  OPENAI_MODEL_REVIEW: text,
  OPENAI_MODEL_RECOMMENDATION: text,
  OPENAI_MODEL_VIDEO: text,
  /** An OpenAI-compatible server with /audio/transcriptions; without one interviews are typed or heard by the browser. */
  TRANSCRIPTION_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRANSCRIPTION_API_KEY: text,
  TRANSCRIPTION_MODEL: z.string().trim().min(1).default("whisper-1"),
  /** The largest file that the server takes at once, in megabytes of a million bytes; OpenAI takes 25. */
  TRANSCRIPTION_MAX_MB: z.coerce.number().min(0.1).max(2000).default(24),
  /** How long one piece of a recording may take. */
  TRANSCRIPTION_TIMEOUT_SECONDS: z.coerce.number().min(0.1).max(3600).default(600),
  /** Opens /metrics to who sends it as a bearer token; without it there is no such address. */
  METRICS_TOKEN: z.string().trim().min(16).optional(),
  /** Calls to models at once in one server process. */
  MODEL_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(4),
  /** Servers on the own network that admins may name for models, as host or host:port, separated by commas. */
  MODEL_ALLOWED_HOSTS: z
    .string()
    .default("localhost,127.0.0.1,[::1]")
    .transform((hosts) => hosts.split(/[\s,]+/).filter(Boolean)),
  /** Tokens that calls to models may come to in an organisation on one day of UTC; without it the month's caps alone hold. */
  MODEL_TOKENS_PER_DAY: z.coerce.number().int().min(1).optional(),
  /** For one try of one call. */
  MODEL_TIMEOUT_SECONDS: z.coerce.number().min(0.1).max(600).default(60),
  /** Proxies of our own that a request passes: the address of its sender is what the outermost of them saw. */
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  /** Keys of the vault, "2:secret 1:secret", the one that seals first; without it NEXTAUTH_SECRET is the only one. */
  VAULT_KEYS: text,
  /** Set by the launcher: the server leaves when that process is gone. */
  HIREGLASS_LAUNCHER_PID: z.coerce.number().int().optional(),
  /** Processes that read files; each takes up to 512 MB. */
  PARSE_PROCESSES: z.coerce.number().int().min(1).max(16).default(2),
  /** Servers on the own network from which `file_url` may fetch, as host or host:port, separated by commas. */
  FETCH_ALLOWED_HOSTS: z
    .string()
    .default("")
    .transform((hosts) => hosts.split(/[\s,]+/).filter(Boolean)),
  /** Resumes and archives that one person may send within a day; without it, any number. */
  UPLOADS_PER_DAY: z.coerce.number().int().min(1).optional(),
  /** What the files of an organisation may come to, in gigabytes of a thousand million bytes; without it, as much as there is room. */
  STORAGE_LIMIT_GB: z.coerce.number().min(0.001).optional(),
  /** ClamAV's clamd, as tcp://host:3310 or unix:///run/clamav/clamd.ctl: files are scanned before they are kept. */
  CLAMD_URL: z.url({ protocol: /^(?:tcp|unix)$/, hostname: /.*/ }).optional(),
  /** A mail server as smtp://user:password@host:port or smtps://…; without one letters are copied by hand. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Who mails come from; without it, the user of SMTP_URL. */
  MAIL_FROM: text,
  /** Servers on the own network that webhooks may call, as host or host:port, separated by commas. */
  WEBHOOK_ALLOWED_HOSTS: z
    .string()
    .default("")
    .transform((hosts) => hosts.split(/[\s,]+/).filter(Boolean)),
  /** Origins of clients elsewhere that may call the compatible addresses, separated by commas. */
  CORS_ORIGINS: z
    .string()
    .default("")
    .transform((origins) => origins.split(/[\s,]+/).filter(Boolean)),
  /** Addresses that make up resumes and force errors, in production too. */
  DEV_TOOLS: z
    .string()
    .optional()
    .transform((value) => value === "1"),
  /** Calls of the ResumeSDK addresses that may wait for a process; a further one is refused. */
  PARSE_SERVICE_QUEUE: z.coerce.number().int().min(0).max(1000).default(16),
  /** Uploads a second that interview-guide's clients may make, from one address and in an organisation; 0 for any number. */
  GUIDE_UPLOADS_PER_ADDRESS: z.coerce.number().int().min(0).default(5),
  GUIDE_UPLOADS: z.coerce.number().int().min(0).default(5),
  /** The same for asking for another analysis. */
  GUIDE_ANALYSES_PER_ADDRESS: z.coerce.number().int().min(0).default(2),
  GUIDE_ANALYSES: z.coerce.number().int().min(0).default(2),
  /** Processes that read scans; each takes up to 512 MB and a processor. */
  OCR_PROCESSES: z.coerce.number().int().min(1).max(16).default(1),
  /** Jobs at once in the embedded driver. */
  JOB_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(8),
});

/** A sign-in that is half set up would show a button that leads nowhere. */
function isProviderWhole({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }: z.infer<typeof schema>) {
  return new Set([OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET].map(Boolean)).size === 1;
}
const providerProblem = {
  path: ["OIDC_ISSUER"],
  error: "OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together",
};

export type Env = z.infer<typeof schema>;

let parsed: Env | null = null;

/**
 * The checked environment; nothing else reads `process.env`. Read on first use rather than on import, so that
 * `next build` needs no database.
 */
export function env(): Env {
  if (parsed) return parsed;
  const result = schema.refine(isProviderWhole, providerProblem).safeParse(process.env);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment is not complete:\n${lines.join("\n")}`);
  }
  parsed = result.data;
  return parsed;
}

/** For tests, which choose their database after this module was loaded. */
export function resetEnv() {
  parsed = null;
}
