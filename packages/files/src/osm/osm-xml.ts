import { noTags, type OsmProblem, type OsmSource, type OsmVisitor, type RelationMember } from './osm-source.ts';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** `&amp;`, `&#235;`, `&#xEB;` as the sign they stand for; an entity XML does not know stays as written. */
function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-z]+));/g, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = hex !== undefined ? parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

type Attributes = Record<string, string | undefined>;

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 9 || code === 13;

/** One element's start or end tag. `end` is the place after its `>`; -1 when the text stops first, -2 when it is not XML. */
interface Tag {
  end: number;
  empty: boolean;
}

const cutOff = -1;
const malformed = -2;

/** Reads from after the name of a tag to its end; gathers the attributes when asked to. A `>` inside quotes does not end it. */
function readTag(text: string, from: number, tag: Tag, attributes: Attributes | null): void {
  let at = from;
  tag.empty = false;
  for (;;) {
    let code = text.charCodeAt(at);
    while (isSpace(code)) code = text.charCodeAt(++at);
    if (Number.isNaN(code)) {
      tag.end = cutOff;
      return;
    }
    if (code === 62) {
      tag.end = at + 1;
      return;
    }
    if (code === 47 || code === 63) {
      tag.empty = code === 47;
      at++;
      continue;
    }
    const equals = text.indexOf('=', at);
    let open = equals + 1;
    while (isSpace(text.charCodeAt(open))) open++;
    const quote = text.charCodeAt(open);
    if (equals < 0 || Number.isNaN(quote)) {
      tag.end = cutOff;
      return;
    }
    if ((quote !== 34 && quote !== 39) || equals - at > 64) {
      tag.end = malformed;
      return;
    }
    const close = text.indexOf(quote === 34 ? '"' : "'", open + 1);
    if (close < 0) {
      tag.end = cutOff;
      return;
    }
    if (attributes !== null) attributes[text.slice(at, equals).trim()] = unescaped(text.slice(open + 1, close));
    at = close + 1;
  }
}

/** The object whose inner elements are being read. */
interface Open {
  readonly kind: 'node' | 'way' | 'relation';
  readonly id: number;
  readonly longitude: number;
  readonly latitude: number;
  readonly nodes: number[];
  readonly members: RelationMember[];
  tags: Record<string, string> | null;
}

/** OpenStreetMap's XML format (.osm), as far as it carries streets: the elements and attributes of API 0.6. */
export function openXml(text: string): OsmSource {
  return { visit: (visitor) => visitXml(text, visitor) };
}

/** Comments, instructions and literal text, by how they begin and end. */
const asides: readonly (readonly [string, string])[] = [['<!--', '-->'], ['<?', '?>'], ['<![CDATA[', ']]>'], ['<!', '>']];

function nameAt(text: string, from: number): string {
  let end = from;
  for (let code = text.charCodeAt(end); (code >= 97 && code <= 122) || (code >= 65 && code <= 90); code = text.charCodeAt(++end));
  return text.slice(from, end);
}

function visitXml(text: string, visitor: OsmVisitor): OsmProblem | null {
  const tag: Tag = { end: 0, empty: false };
  let open: Open | null = null;
  let rootSeen = false, rootClosed = false;
  const hand = ({ kind, id, longitude, latitude, nodes, members, tags }: Open): void => {
    if (kind === 'node') visitor.node?.(id, longitude, latitude, tags ?? noTags);
    else if (kind === 'way') visitor.way?.(id, nodes, tags ?? noTags);
    else visitor.relation?.(id, members, tags ?? noTags);
  };
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', tag.end)) {
    const sign = text.charCodeAt(at + 1);
    if (sign === 33 || sign === 63) {
      const [begin, finish] = asides.find(([start]) => text.startsWith(start, at))!;
      const end = text.indexOf(finish, at + begin.length);
      if (end < 0) return { code: 'osm-truncated', atByte: at };
      tag.end = end + finish.length;
      continue;
    }
    const closing = sign === 47;
    const nameFrom = at + (closing ? 2 : 1);
    const name = nameAt(text, nameFrom);
    const isObject = name === 'node' || name === 'way' || name === 'relation';
    const isInner = open !== null && (name === 'tag' || name === 'nd' || name === 'member');
    const wanted: boolean = !closing && (isObject ? visitor[name] !== undefined : isInner && visitor[open!.kind] !== undefined);
    const attributes: Attributes | null = wanted ? (Object.create(null) as Attributes) : null;
    readTag(text, nameFrom + name.length, tag, attributes);
    if (tag.end === cutOff) return { code: 'osm-truncated', atByte: at };
    if (tag.end === malformed) return rootSeen ? { code: 'osm-damaged', atByte: at } : { code: 'osm-unknown-format' };
    if (name === 'osm') {
      rootSeen = true;
      rootClosed = closing || tag.empty;
      continue;
    }
    if (!rootSeen) return { code: 'osm-unknown-format' };
    if (closing) {
      if (open !== null && name === open.kind) {
        hand(open);
        open = null;
      }
      continue;
    }
    if (attributes === null) continue;
    if (isObject) {
      const object: Open = {
        kind: name, id: Number(attributes['id']), longitude: Number(attributes['lon']), latitude: Number(attributes['lat']),
        nodes: [], members: [], tags: null,
      };
      if (!Number.isSafeInteger(object.id) || open !== null) return { code: 'osm-damaged', atByte: at };
      if (tag.empty) hand(object);
      else open = object;
    } else if (open !== null && !takeInner(open, name, attributes)) return { code: 'osm-damaged', atByte: at };
  }
  if (!rootSeen) return { code: 'osm-unknown-format' };
  return rootClosed ? null : { code: 'osm-truncated', atByte: text.length };
}

/** Puts a tag, a node of a way or a member into the open object; false when it says nothing usable. */
function takeInner(open: Open, name: string, attributes: Attributes): boolean {
  if (name === 'tag') {
    const key = attributes['k'], value = attributes['v'];
    if (key === undefined || value === undefined) return false;
    open.tags ??= Object.create(null) as Record<string, string>;
    open.tags[key] = value;
    return true;
  }
  const id = Number(attributes['ref']);
  if (!Number.isSafeInteger(id)) return false;
  if (name === 'nd') open.nodes.push(id);
  else {
    const kind = attributes['type'];
    if (kind !== 'node' && kind !== 'way' && kind !== 'relation') return false;
    open.members.push({ kind, id, role: attributes['role'] ?? '' });
  }
  return true;
}
