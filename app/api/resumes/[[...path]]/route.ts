import { guideHandlers as handlers } from "@/lib/compat/interview-guide/answer-request";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = handlers;
