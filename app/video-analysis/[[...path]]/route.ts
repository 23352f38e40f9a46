import { classicHandlers as handlers } from "@/lib/compat/hrm2/answer-request";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = handlers;
