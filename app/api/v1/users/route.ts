import { route } from "@/lib/api/route";
import { createUser } from "@/lib/user/create-user";
import { listUsers } from "@/lib/user/list-users";
import { createdUser, createUserInput, userView } from "@/lib/user/schema";

export const GET = route({ answer: userView.array(), permission: "settings:read" }, async ({ viewer }) =>
  Response.json(await listUsers({ viewer })),
);

export const POST = route(
  { permission: "settings:write", answer: createdUser, body: createUserInput },
  async ({ body, viewer }) => Response.json(await createUser({ ...body, viewer }), { status: 201 }),
);
