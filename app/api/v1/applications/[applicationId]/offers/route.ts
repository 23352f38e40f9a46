import { z } from "zod";
import { route } from "@/lib/api/route";
import { getOffers, saveOffer } from "@/lib/offer/offers";
import { offerDetail, savedOffer, saveOfferInput } from "@/lib/offer/schema";

const params = z.object({ applicationId: z.uuid() });

export const GET = route({ permission: "screening:read", answer: offerDetail, params }, async ({ params, viewer }) =>
  Response.json(await getOffers({ ...params, viewer })),
);

export const POST = route(
  { answer: savedOffer, permission: "offer:write", params, body: saveOfferInput },
  async ({ params, body, viewer }) => Response.json(await saveOffer({ ...params, ...body, viewer }), { status: 201 }),
);
