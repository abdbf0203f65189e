/** How far a message has come: what the relay was last asked. */
export type Stage =
  'connect' | 'greeting' | 'EHLO' | 'STARTTLS' | 'AUTH' | 'MAIL FROM' | 'RCPT TO' | 'DATA' | 'message' | 'QUIT';

/** The part of a logger that the library writes to. */
interface LineLogger {
  debug(entry: unknown, line?: unknown): void;
}

/**
 * Follows the dialogue with a relay from the lines that the library logs. Its errors don't say how far it had come: a connection
 * that is lost before the relay has taken the text looks like one that is lost after. Keeps no line, since some hold addresses.
 */
export class Dialogue {
  /** What was asked and not answered yet, the oldest first. A relay that knows PIPELINING is asked several things at once. */
  private readonly asked: Stage[] = ['greeting'];
  private reached: Stage = 'connect';
  private taken = false;
  private readonly passedSoFar: Stage[] = [];

  /** What the relay was asked last that it has not answered; the last that it has answered, where nothing is open. */
  get stage(): Stage {
    return this.reached === 'connect' ? 'connect' : (this.asked[0] ?? this.reached);
  }

  /** Whether the relay has asked for the text (354): from then on it may have the message. */
  get hasText(): boolean {
    return this.taken;
  }

  /** What the relay has agreed to, in this order. */
  get passed(): readonly Stage[] {
    return this.passedSoFar;
  }

  /** A logger for the library. */
  get logger(): LineLogger & Record<'trace' | 'info' | 'warn' | 'error' | 'fatal', (entry: unknown) => void> {
    const nothing = (): void => undefined;
    return {
      trace: nothing,
      debug: (entry, line) => this.note(entry, line),
      info: (entry) => this.noteConnection(entry),
      warn: nothing,
      error: nothing,
      fatal: nothing,
    };
  }

  private noteConnection(entry: unknown): void {
    if (typeof entry !== 'object' || entry === null || !('remoteAddress' in entry)) return;
    this.reached = 'greeting';
    this.passedSoFar.push('connect');
  }

  private note(entry: unknown, line: unknown): void {
    if (typeof entry !== 'object' || entry === null || !('tnx' in entry) || typeof line !== 'string') return;
    if (entry.tnx === 'client') this.asks(line);
    if (entry.tnx === 'server') this.answers(line);
  }

  private asks(line: string): void {
    const stage = stageOf(line);
    // What follows AUTH are its own lines.
    this.asked.push(stage ?? 'AUTH');
  }

  private answers(line: string): void {
    const stage = this.asked.shift() ?? this.reached;
    this.reached = stage;
    if (/^[23]/.test(line) && this.passedSoFar.at(-1) !== stage) this.passedSoFar.push(stage);
    if (stage !== 'DATA' || !/^[23]/.test(line)) return;
    this.taken = true;
    this.asked.push('message');
  }
}

function stageOf(line: string): Stage | null {
  const [verb = ''] = line.toUpperCase().split(/[\s:]/, 1);
  switch (verb) {
    case 'EHLO':
    case 'HELO':
      return 'EHLO';
    case 'STARTTLS':
    case 'AUTH':
    case 'DATA':
    case 'QUIT':
      return verb;
    case 'MAIL':
      return 'MAIL FROM';
    case 'RCPT':
      return 'RCPT TO';
    default:
      return null;
  }
}
