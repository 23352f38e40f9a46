import { z } from "zod";
import { blindModes } from "./kinds";

export const blindMode = z.enum(blindModes);
export type BlindMode = z.infer<typeof blindMode>;
