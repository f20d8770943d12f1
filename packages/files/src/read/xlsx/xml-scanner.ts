import { limits } from '../../limits.ts';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** `&amp;`, `&#235;`, `&#xEB;` as the sign they stand for; what XML does not know stays as written. */
function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-z]+));/g, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const withoutPrefix = (name: string) => name.slice(name.indexOf(':') + 1);

/** The attributes of one tag, read when they are asked for. */
export class Attributes {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The value of an attribute, whatever the prefix of its name. */
  get(name: string): string | undefined {
    for (const [, found, double, single] of this.#text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
      if (withoutPrefix(found!) === name) return unescaped(double ?? single ?? '');
    }
    return undefined;
  }
}

export interface XmlVisitor {
  /** Names come without their prefix. */
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  /** Text as it comes in, perhaps in several pieces. */
  text(text: string): void;
}

const lessThan = 0x3c;
const greaterThan = 0x3e;
const slash = 0x2f;
const [doubleQuote, singleQuote] = [0x22, 0x27];

/** A tag longer than this is no tag of a sheet. */
const longestTag = 100_000;

/** Where the tag that begins here ends; -1 when it is not whole yet. A `>` between quotes does not end it. */
function endOfTag(text: string, from: number): number {
  let quote = 0;
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === doubleQuote || code === singleQuote) quote = code;
    else if (code === greaterThan) return i;
  }
  return -1;
}

/**
 * Follows the XML of a workbook as it comes in. An own scanner, because a sheet is streamed and only a handful of elements
 * matters in it; a document type, which could make text out of nothing ("entity bomb"), ends it.
 */
export class XmlScanner {
  readonly #visitor: XmlVisitor;
  #pending = '';
  #depth = 0;
  #sawRoot = false;
  #isBroken = false;

  constructor(visitor: XmlVisitor) {
    this.#visitor = visitor;
  }

  get isBroken(): boolean {
    return this.#isBroken;
  }

  /** Whether the document was whole and sound when the text ends here. */
  get isWhole(): boolean {
    return !this.#isBroken && this.#sawRoot && this.#depth === 0;
  }

  push(piece: string): void {
    const text = this.#pending === '' ? piece : this.#pending + piece;
    let at = 0;
    while (at < text.length && !this.#isBroken) {
      const next = text.charCodeAt(at) === lessThan ? this.#markup(text, at) : this.#characters(text, at);
      if (next === -1) break;
      at = next;
    }
    this.#pending = text.slice(at);
    if (this.#pending.length > (this.#pending.startsWith('<![CDATA[') || this.#pending.startsWith('<!--') ? limits.featureMegabytes * 1_000_000 : longestTag)) this.#isBroken = true;
  }

  #characters(text: string, at: number): number {
    const next = text.indexOf('<', at);
    let end = next === -1 ? text.length : next;
    if (next === -1) {
      // An entity may be cut in two.
      const entity = text.lastIndexOf('&');
      if (entity >= at && text.length - entity < 12 && !text.includes(';', entity)) end = entity;
      if (end === at) return -1;
    }
    if (this.#depth > 0) this.#visitor.text(unescaped(text.slice(at, end)));
    return end;
  }

  /** Takes a tag, a comment, raw text or an instruction; -1 when it is not whole yet. */
  #markup(text: string, at: number): number {
    if (text.startsWith('<!', at)) return this.#declaration(text, at);
    if (text.startsWith('<?', at)) return this.#after(text, '?>', at);
    const end = endOfTag(text, at + 1);
    if (end === -1) return -1;
    const isClosing = text.charCodeAt(at + 1) === slash;
    const isEmpty = text.charCodeAt(end - 1) === slash;
    const inner = text.slice(at + (isClosing ? 2 : 1), isEmpty ? end - 1 : end);
    const blank = inner.search(/\s/);
    const name = withoutPrefix(blank === -1 ? inner : inner.slice(0, blank));
    if (name === '') this.#isBroken = true;
    else if (isClosing) this.#close(name);
    else {
      this.#sawRoot = true;
      this.#depth += 1;
      this.#visitor.open(name, new Attributes(blank === -1 ? '' : inner.slice(blank)));
      if (isEmpty) this.#close(name);
    }
    return end + 1;
  }

  #declaration(text: string, at: number): number {
    if (text.length - at < 9) return -1;
    if (text.startsWith('<!--', at)) return this.#after(text, '-->', at + 4);
    if (!text.startsWith('<![CDATA[', at)) {
      this.#isBroken = true;
      return -1;
    }
    const end = text.indexOf(']]>', at);
    if (end === -1) return -1;
    this.#visitor.text(text.slice(at + 9, end));
    return end + 3;
  }

  #after(text: string, sign: string, from: number): number {
    const end = text.indexOf(sign, from);
    return end === -1 ? -1 : end + sign.length;
  }

  #close(name: string): void {
    this.#depth -= 1;
    if (this.#depth < 0) this.#isBroken = true;
    else this.#visitor.close(name);
  }
}
