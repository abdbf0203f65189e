import {
  filterQuery,
  idParams,
  itemSchema,
  pageQuery,
  decisionSchema,
  loginSchema,
  newNoteSchema,
  reasonSchema,
  statsQuery,
  noQuery,
} from '../../src/web/schemas';
import type * as protocol from '../../src/web/protocol';

describe('what the desk takes', () => {
  it.each(['0x10', '1e1', ' 5', '5 ', '+5', '-5', '5.0', '', '٥', '9007199254740993'])(
    'is no number that only looks like one: %j',
    (text) => {
      expect(idParams.safeParse({ id: text }).success).toBe(false);
      expect(pageQuery.safeParse({ limit: text }).success).toBe(false);
      expect(filterQuery.safeParse({ client: text }).success).toBe(false);
    },
  );

  it('has a limit from 1 to 200, and 50 where nobody says', () => {
    expect(pageQuery.parse({}).limit).toBe(50);
    expect(pageQuery.parse({ limit: '200' }).limit).toBe(200);
    expect(pageQuery.safeParse({ limit: '201' }).success).toBe(false);
    expect(pageQuery.safeParse({ limit: '0' }).success).toBe(false);
  });

  it('names times with their zone, on days that there are', () => {
    expect(filterQuery.parse({ from: '2026-11-30T14:05:00Z' }).from).toBe(Date.UTC(2026, 10, 30, 14, 5));
    expect(filterQuery.parse({ to: '2026-11-30T14:05:00.500+03:00' }).to).toBe(Date.UTC(2026, 10, 30, 11, 5, 0, 500));
    for (const text of ['2026-11-30', '2026-11-30T14:05:00', '2026-02-30T00:00:00Z', '1790000000', 'now']) {
      expect(filterQuery.safeParse({ from: text }).success).toBe(false);
    }
  });

  it('is nothing that is not declared', () => {
    for (const schema of [filterQuery, pageQuery, statsQuery, noQuery, reasonSchema]) {
      expect(schema.safeParse({ unknown: '1' }).success).toBe(false);
    }
    expect(decisionSchema.safeParse({ decision: 'approve', status: 'approved' }).success).toBe(false);
    expect(loginSchema.safeParse({ code: 'a', init_data: 'b' }).success).toBe(false);
  });

  it('is no reason or note of white space, or longer than in the chat', () => {
    const reject = { decision: 'reject' } satisfies protocol.DecisionBody;
    expect(decisionSchema.safeParse(reject).success).toBe(true);
    expect(decisionSchema.safeParse({ ...reject, reason: ' \n' }).success).toBe(false);
    expect(decisionSchema.safeParse({ ...reject, reason: 'x'.repeat(1001) }).success).toBe(false);
    expect(newNoteSchema.safeParse({ text: 'x'.repeat(1001) }).success).toBe(false);
    expect(newNoteSchema.safeParse({ text: '' }).success).toBe(false);
  });
});

describe('what the desk answers', () => {
  it('leaves out what is not declared', () => {
    const item: protocol.RequestItem = {
      id: 1,
      status: 'pending',
      client: { id: 5, telegram_id: 5, name: 'Anna', username: null, address: null },
      message: 'Let me in',
      erased_at: null,
      source: 'chat',
      round: 1,
      submitted_at: '2026-11-30T14:05:00.000Z',
      expires_at: '2026-12-07T14:05:00.000Z',
      decided_at: null,
      reviewed_by: null,
      reason: null,
      appeal_count: 0,
      last_rejected_at: null,
      co_approvers: [],
      approvals: [],
      approvals_needed: 1,
    };
    expect(itemSchema.parse({ ...item, secret: 1, client: { ...item.client, language: 'en' } })).toEqual(item);
  });
});
