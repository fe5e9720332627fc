import { ImportRefused } from './import-refused';

/** One element of a collection's `features`, as text, and where it begins. Both are counted from 1. */
export interface FeatureText {
  text: string;
  line: number;
  number: number;
}

const LONGEST_FEATURE = 16 * 1_024 * 1_024;
const LONGEST_FRAME = 1_024 * 1_024;

/**
 * Takes a GeoJSON text apart as it arrives: its features come out one by one, so that a collection of any length fits into
 * memory. What is around them is kept, and has to be JSON too. Throws ImportRefused with the line.
 */
export class FeatureScanner {
  private line = 1;
  private depth = 0;
  private inString = false;
  private escaped = false;
  /** Everything but the features. */
  private frame = '';
  private inFeatures = false;
  private expects: 'first' | 'feature' | 'comma' = 'first';
  private feature: FeatureText | undefined;
  private count = 0;

  /** The features that end in this piece of the text. */
  push(piece: string): FeatureText[] {
    const found: FeatureText[] = [];
    let kept = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const mark = piece[at]!;
      if (mark === '\n') this.line += 1;
      if (this.inString) this.withinString(mark);
      else if (this.inFeatures && this.depth === 2) {
        this.between(mark);
        kept = at;
      } else if (mark === '"') this.inString = true;
      else if (mark === '{' || mark === '[') {
        this.keep(piece.slice(kept, at));
        kept = at;
        this.open(mark);
      } else if (mark === '}' || mark === ']') {
        this.depth -= 1;
        if (!this.feature || this.depth !== 2) continue;
        this.keep(piece.slice(kept, at + 1));
        found.push(this.feature);
        this.feature = undefined;
        kept = at + 1;
      }
    }
    if (!this.inFeatures || this.depth > 2) this.keep(piece.slice(kept));
    return found;
  }

  /** What was around the features. Throws ImportRefused unless it is a whole JSON object. */
  end(): Record<string, unknown> {
    try {
      const frame: unknown = JSON.parse(this.frame);
      if (typeof frame === 'object' && frame !== null && !Array.isArray(frame)) return frame as Record<string, unknown>;
    } catch {
      throw new ImportRefused([`line ${this.line}: the file is not a whole JSON text`]);
    }
    throw new ImportRefused(['line 1: the file is not a FeatureCollection']);
  }

  private withinString(mark: string): void {
    if (this.escaped) this.escaped = false;
    else if (mark === '\\') this.escaped = true;
    else if (mark === '"') this.inString = false;
  }

  private open(mark: string): void {
    this.inFeatures ||= this.depth === 1 && mark === '[' && /"features"\s*:\s*$/.test(this.frame);
    this.depth += 1;
    if (this.inFeatures && this.depth === 2) this.keep('[');
  }

  /** Between two features there is a comma, and nothing else but space. */
  private between(mark: string): void {
    if (/\s/.test(mark)) return;
    if (mark === '{' && this.expects !== 'comma') {
      this.count += 1;
      this.feature = { text: '', line: this.line, number: this.count };
      this.expects = 'comma';
      this.depth += 1;
    } else if (mark === ',' && this.expects === 'comma') this.expects = 'feature';
    else if (mark === ']' && this.expects !== 'feature') {
      this.inFeatures = false;
      this.depth -= 1;
    } else throw new ImportRefused([`line ${this.line}: feature ${this.count + 1} is not an object`]);
  }

  private keep(text: string): void {
    if (this.feature) {
      this.feature.text += text;
      if (this.feature.text.length > LONGEST_FEATURE) {
        throw new ImportRefused([`line ${this.feature.line}: feature ${this.feature.number} has no end`]);
      }
      return;
    }
    this.frame += text;
    if (this.frame.length > LONGEST_FRAME)
      throw new ImportRefused([`line ${this.line}: there is too much beside the features`]);
  }
}
