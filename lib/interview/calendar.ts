type Person = { name: string; address: string };
type Appointment = {
  id: string;
  /** Rises with each change: calendars take the highest. */
  sequence: number;
  start: Date;
  minutes: number;
  summary: string;
  description: string;
  organizer: Person;
  attendees: readonly Person[];
  /** PUBLISH to put it into a calendar, REQUEST to ask people whether they come. */
  method: "PUBLISH" | "REQUEST";
  stamp: Date;
};

const longestLine = 73;

/** An appointment as iCalendar (RFC 5545): lines of at most 75 octets, ended by CRLF. */
export function toCalendar(appointment: Appointment): string {
  const { id, sequence, start, minutes, summary, description, organizer, attendees, method, stamp } = appointment;
  const end = new Date(start.getTime() + minutes * 60_000);
  const isRequest = method === "REQUEST";
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Hireglass//Interviews//EN",
    "CALSCALE:GREGORIAN",
    `METHOD:${method}`,
    "BEGIN:VEVENT",
    `UID:${id}@hireglass`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(stamp)}`,
    `DTSTART:${utc(start)}`,
    `DTEND:${utc(end)}`,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(description)}`,
    `ORGANIZER;CN=${parameter(organizer.name)}:mailto:${organizer.address}`,
    ...attendees.map(
      ({ name, address }) =>
        `ATTENDEE;CN=${parameter(name)};ROLE=REQ-PARTICIPANT${isRequest ? ";PARTSTAT=NEEDS-ACTION;RSVP=TRUE" : ""}:mailto:${address}`,
    ),
    "STATUS:CONFIRMED",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]
    .map(fold)
    .join("\r\n");
}

function utc(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d{3}/g, "");
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/** In quotation marks, which a name cannot hold. */
function parameter(text: string): string {
  return `"${text.replace(/["\r\n]/g, " ")}"`;
}

/** Between characters, never inside one. */
function fold(line: string): string {
  const lines: string[] = [];
  let current = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > longestLine) {
      lines.push(current);
      current = "";
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join("\r\n ");
}
