import { route } from "@/lib/api/route";
import { countFacet } from "@/lib/resume/count-facet";
import { facet, facetQuery } from "@/lib/resume/filter";

export const GET = route({ permission: "resume:read", answer: facet, query: facetQuery }, async ({ query, viewer }) => {
  const { field, ...filter } = query;
  return Response.json(await countFacet({ field, filter, viewer }));
});
