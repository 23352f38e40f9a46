import { route } from "@/lib/api/route";
import { changePasswordInput } from "@/lib/auth/schema";
import { changePassword } from "@/lib/user/change-password";

/** Changes the viewer's own password. Their other sessions end. */
export const POST = route({ permission: "account:own", body: changePasswordInput }, async ({ body, viewer }) => {
  await changePassword({ ...body, viewer });
  return new Response(null, { status: 204 });
});
