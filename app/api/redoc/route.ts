/** Where HRM2's later generation has its documentation: ours. */
export function GET() {
  return new Response(null, { status: 302, headers: { location: "/docs/api" } });
}
