import { z } from "zod";
import { largestVideoBytes } from "@/lib/video/kinds";

/** What a recording is of, as its sender says. */
export const uploadDescription = z.object({
  fileName: z.string().min(1).max(500),
  declaredType: z.string().max(100).default(""),
  candidateName: z.string().trim().min(1).max(100),
  positionApplied: z.string().trim().max(255),
  resumeId: z.uuid().optional(),
  /** The sender says that the candidate agreed to its being turned into text by another server. */
  hasAgreed: z.boolean().default(false),
});
export type UploadDescription = z.infer<typeof uploadDescription>;

export const beginUploadInput = uploadDescription.extend({ fileSize: z.int().min(1).max(largestVideoBytes) });

/** How far an upload has come. */
export const videoUpload = z.object({
  id: z.uuid(),
  fileSize: z.number(),
  partSize: z.int(),
  /** Numbers of the parts that are there, from 0; of one that goes straight into Blob, Blob knows them. */
  parts: z.array(z.int()),
  /** Whether the browser puts it into Vercel Blob itself. */
  isDirect: z.boolean(),
});
export type VideoUploadView = z.infer<typeof videoUpload>;

export const directInput = z.object({
  /** The file's first bytes as base64: what it is, whatever its name says. */
  head: z.base64().max(200),
});

export const directAccess = z.object({ pathname: z.string(), token: z.string() });
export type DirectAccess = z.infer<typeof directAccess>;
