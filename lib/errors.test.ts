import { expect, test, vi } from "vitest";
import { toAppError } from "@/lib/api/error-response";
import { AppError } from "@/lib/errors";

test("an error of another bundle's copy is what it says, not a fault", async () => {
  vi.resetModules();
  const other = await import("@/lib/errors");
  expect(other.AppError).not.toBe(AppError);
  const refused: unknown = new other.AppError("unavailable", "server_busy", { retryAfterSeconds: 2 });
  expect(refused).toBeInstanceOf(AppError);
  expect(toAppError(refused)).toMatchObject({ status: 503, retryAfterSeconds: 2 });
  expect(new Error("unavailable")).not.toBeInstanceOf(AppError);
  expect(null).not.toBeInstanceOf(AppError);
});

test("so is a full queue's", async () => {
  const { QueueFullError } = await import("@/lib/process-pool");
  vi.resetModules();
  const other = await import("@/lib/process-pool");
  expect(other.QueueFullError).not.toBe(QueueFullError);
  const full: unknown = new other.QueueFullError();
  expect(full).toBeInstanceOf(QueueFullError);
  expect(full).not.toBeInstanceOf(AppError);
});
