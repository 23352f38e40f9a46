import document from "@/data/openapi.json" with { type: "json" };
import { route } from "@/lib/api/route";

/** The description of the API where HRM2's later generation has its own. */
export const GET = route({ permission: "position:read" }, async () => Response.json(document));
