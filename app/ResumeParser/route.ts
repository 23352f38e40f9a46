import { parseRoute } from "@/lib/compat/resumesdk/answer-call";

export const POST = parseRoute("app_code");
