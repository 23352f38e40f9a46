import document from "@/data/openapi.json" with { type: "json" };
import { route } from "@/lib/api/route";

/** This description of the whole API, as OpenAPI 3.1. */
export const GET = route({ permission: "position:read" }, async () => Response.json(document));
