import { z } from "zod";

export const dismissChecklistInput = z.object({ isDismissed: z.boolean() });
