import { limits } from '../limits.ts';
import type { FirstProblem } from './problem.ts';

const [quote, backslash, colon, comma] = [0x22, 0x5c, 0x3a, 0x2c];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

const isBlank = (code: number) => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/** The members of a collection that are read beside its features. */
type Member = 'type' | 'crs';
const memberCharacters = 10_000;

/**
 * Cuts the text of a GeoJSON FeatureCollection into its features as it comes in, so that memory holds one feature and never
 * the file. Follows braces and strings only; each feature is then parsed as JSON by itself.
 */
export class FeatureScanner {
  readonly #feature: (feature: unknown, number: number) => void;
  readonly #stop: FirstProblem;
  readonly #members: Partial<Record<Member, string>> = {};
  #depth = 0;
  #isInString = false;
  #isEscaped = false;
  #isInFeatures = false;
  #sawFeatures = false;
  #features = 0;
  /** The member of the collection that is being read: its key, then its value. */
  #key = '';
  #awaitsValue = false;
  /** What is being kept, and where it began in the text at hand. */
  #kept: 'key' | 'feature' | Member | null = null;
  #parts = '';
  #from = 0;

  constructor(feature: (feature: unknown, number: number) => void, stop: FirstProblem) {
    this.#feature = feature;
    this.#stop = stop;
  }

  get features(): number {
    return this.#features;
  }

  /** A member of the collection as parsed JSON; undefined when it is not there or not readable. */
  member(name: Member): unknown {
    try {
      return JSON.parse(this.#members[name] ?? '') as unknown;
    } catch {
      return undefined;
    }
  }

  push(text: string): void {
    this.#from = 0;
    for (let i = 0; i < text.length && this.#stop.problem === null; i++) {
      const code = text.charCodeAt(i);
      if (this.#isInString) this.#inString(text, i, code);
      else this.#outsideString(text, i, code);
    }
    if (this.#kept === null) return;
    this.#parts += text.slice(this.#from);
    const limit = this.#kept === 'feature' ? limits.featureMegabytes * 1_000_000 : memberCharacters;
    if (this.#parts.length <= limit) return;
    if (this.#kept === 'feature') {
      this.#stop.raise({ code: 'feature-too-large', place: { feature: this.#features + 1 }, facts: { limitMegabytes: limits.featureMegabytes } });
    } else {
      this.#malformed();
    }
  }

  /** Says what is missing when the file ends here. */
  end(): void {
    if (this.#stop.problem !== null) return;
    if (this.#sawFeatures && (this.#depth !== 0 || this.#isInString)) {
      this.#stop.raise({ code: 'geojson-cut-off', place: {}, facts: { features: this.#features } });
    } else if (!this.#sawFeatures) {
      const type = this.member('type');
      if (this.#depth !== 0 || typeof type !== 'string') this.#malformed();
      else this.#stop.raise({ code: 'geojson-no-collection', place: {}, facts: { type: type.slice(0, 100) } });
    }
  }

  #malformed(): void {
    const place = this.#isInFeatures ? { feature: this.#features + 1 } : {};
    this.#stop.raise({ code: 'geojson-malformed', place, facts: {} });
  }

  #keep(what: 'key' | 'feature' | Member, at: number): void {
    this.#kept = what;
    this.#parts = '';
    this.#from = at;
  }

  #release(text: string, end: number): string {
    const whole = this.#parts + text.slice(this.#from, end);
    this.#kept = null;
    this.#parts = '';
    return whole;
  }

  #inString(text: string, i: number, code: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (code === backslash) this.#isEscaped = true;
    else if (code === quote) {
      this.#isInString = false;
      if (this.#kept === 'key') this.#key = this.#release(text, i);
      else if (this.#depth === 1) this.#endMember(text, i + 1);
    }
  }

  #outsideString(text: string, i: number, code: number): void {
    if (isBlank(code)) return;
    if (this.#depth === 0) {
      if (code === openBrace && !this.#sawFeatures) this.#depth = 1;
      else this.#malformed();
    } else if (this.#isInFeatures && this.#depth === 2) {
      this.#betweenFeatures(i, code);
    } else {
      this.#structure(text, i, code);
    }
  }

  #betweenFeatures(i: number, code: number): void {
    if (code === openBrace) {
      this.#keep('feature', i);
      this.#depth = 3;
    } else if (code === closeBracket) {
      this.#isInFeatures = false;
      this.#depth = 1;
    } else if (code !== comma) {
      this.#malformed();
    }
  }

  #structure(text: string, i: number, code: number): void {
    if (this.#depth === 1 && this.#awaitsValue) this.#beginMember(i, code);
    if (code === quote) {
      this.#isInString = true;
      if (this.#depth === 1 && !this.#awaitsValue) this.#keep('key', i + 1);
    } else if (code === openBrace || code === openBracket) {
      this.#depth += 1;
    } else if (code === closeBrace || code === closeBracket) {
      this.#depth -= 1;
      if (this.#isInFeatures && this.#depth === 2) this.#endFeature(text, i + 1);
      else if (this.#depth === 1) this.#endMember(text, i + 1);
    } else if (this.#depth === 1) {
      if (code === colon) this.#awaitsValue = true;
      else if (code === comma) this.#awaitsValue = false;
    }
  }

  #beginMember(i: number, code: number): void {
    if (this.#kept !== null) return;
    if (this.#key === 'features' && code === openBracket) {
      this.#isInFeatures = true;
      this.#sawFeatures = true;
    } else if ((this.#key === 'type' && code === quote) || (this.#key === 'crs' && code === openBrace)) {
      this.#keep(this.#key, i);
    }
  }

  #endMember(text: string, end: number): void {
    if (this.#kept === 'type' || this.#kept === 'crs') this.#members[this.#kept] = this.#release(text, end);
  }

  #endFeature(text: string, end: number): void {
    const whole = this.#release(text, end);
    let feature: unknown;
    try {
      feature = JSON.parse(whole);
    } catch {
      this.#malformed();
      return;
    }
    this.#features += 1;
    this.#feature(feature, this.#features);
  }
}
