import { z } from "zod";
import { route } from "@/lib/api/route";
import { calibrate } from "@/lib/screening/calibration/calibrate";
import { calibration, calibrationInput } from "@/lib/screening/calibration/schema";

const params = z.object({ positionId: z.uuid() });

export const POST = route(
  { permission: "screening:read", answer: calibration, params, body: calibrationInput },
  async ({ params, body, viewer }) => Response.json(await calibrate({ ...params, ...body, viewer })),
);
