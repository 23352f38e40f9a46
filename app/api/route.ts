/** HRM2's later generation sends to its documentation from here. */
export function GET() {
  return new Response(null, { status: 302, headers: { location: "/api/docs/" } });
}
