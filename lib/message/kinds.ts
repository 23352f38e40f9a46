// Apart from the schemas, so that the browser can list them without fetching zod.

export const messageKinds = [
  "rejection",
  "hold",
  "next_round",
  "offer",
  "interview_invitation",
  "interview_panel",
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** Letters on a decision; invitations begin at an interview. */
export const letterKinds = ["rejection", "hold", "next_round", "offer"] as const;

export const messageStates = ["draft", "sending", "sent", "copied", "failed"] as const;

const common = ["candidate", "position", "company", "contact", "sender"] as const;
const process = ["assessed", "how", "decided_by", "decided_on", "review"] as const;

/** What each kind of letter can say of the one it is about: {{candidate}}. */
export const messageVariables: Record<MessageKind, readonly string[]> = {
  rejection: [...common, ...process, "reason"],
  hold: [...common, ...process],
  next_round: [...common, ...process],
  offer: [...common, ...process, "salary", "start_date"],
  interview_invitation: [...common, "time", "minutes", "interviewers"],
  interview_panel: [...common, "time", "minutes", "interviewers", "link"],
};
