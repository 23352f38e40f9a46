import { BlockList, isIP } from "node:net";

/** Special-purpose ranges (IANA registries, RFC 6890 and later): a server must not be made to call into them. */
const reserved = new BlockList();
for (const [net, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  reserved.addSubnet(net, prefix, "ipv4");
for (const [net, prefix] of [
  ["::", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
  ["5f00::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
] as const)
  reserved.addSubnet(net, prefix, "ipv6");

/** Whether an address belongs to the public internet. IPv4 inside IPv6 (mapped, NAT64) is judged as what it holds. */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, "").replace(/%[\s\S]*$/, "");
  const family = isIP(plain);
  if (family === 4) return !reserved.check(plain, "ipv4");
  if (family !== 6) return false;
  const inner = innerIpv4(plain);
  return inner ? isPublicAddress(inner) : !reserved.check(plain, "ipv6");
}

/** The IPv4 address of ::ffff:a.b.c.d and 64:ff9b::a.b.c.d, in either notation. */
function innerIpv4(address: string): string | null {
  const match = /^(?:(?:0{0,4}:){0,5}:?ffff:|64:ff9b::)(?:(\d+\.\d+\.\d+\.\d+)|([0-9a-f]{1,4}):([0-9a-f]{1,4}))$/i.exec(
    address,
  );
  if (!match) return null;
  if (match[1]) return match[1];
  const [high, low] = [Number.parseInt(match[2] ?? "0", 16), Number.parseInt(match[3] ?? "0", 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}
