import { answerCall } from "@/lib/compat/resumesdk/answer-call";

export const POST = (request: Request) => answerCall(request, "app_code");
