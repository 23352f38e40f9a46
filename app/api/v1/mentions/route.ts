import { route } from "@/lib/api/route";
import { readMentions } from "@/lib/comment/mentions";
import { readMentionsInput } from "@/lib/comment/schema";

export const POST = route({ permission: "resume:read", body: readMentionsInput }, async ({ body, viewer }) => {
  await readMentions({ ...body, viewer });
  return new Response(null, { status: 204 });
});
