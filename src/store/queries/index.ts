import type { Database } from '../database';
import { accessQueries } from './access';
import { addressCodeQueries } from './address-codes';
import { administratorQueries } from './administrators';
import { backlogQueries } from './backlog';
import { botMessageQueries, rememberingBotMessages } from './bot-messages';
import { contactQueries } from './contacts';
import { dayFigureQueries } from './day-figures';
import { draftQueries } from './drafts';
import { erasureQueries } from './erasures';
import { eventQueries } from './events';
import { exportQueries } from './export';
import { formQueries } from './form';
import { listQueries } from './lists';
import { noteQueries } from './notes';
import { outboxQueries } from './outbox';
import { outcomeQueries } from './outcomes';
import { peopleQueries, rememberingPeople } from './people';
import { rememberingRequests, requestQueries } from './requests';
import { scheduleQueries } from './schedule';
import { searchQueries } from './search';
import { sessionQueries } from './sessions';
import { stateQueries } from './state';
import { talkQueries } from './talk';
import { unitingQueries } from './uniting';
import { updateQueries } from './updates';
import { webhookQueries } from './webhooks';

/** Every query of the program, by subject; built once a connection, so that the frequent ones are prepared once. */
export type Queries = ReturnType<typeof buildQueries>;

export function buildQueries(database: Database) {
  return {
    people: peopleQueries(database),
    contacts: contactQueries(database),
    addressCodes: addressCodeQueries(database),
    form: formQueries(database),
    uniting: unitingQueries(database),
    administrators: administratorQueries(database),
    requests: requestQueries(database),
    lists: listQueries(database),
    search: searchQueries(database),
    drafts: draftQueries(database),
    events: eventQueries(database),
    outcomes: outcomeQueries(database),
    dayFigures: dayFigureQueries(database),
    notes: noteQueries(database),
    talk: talkQueries(database),
    access: accessQueries(database),
    botMessages: botMessageQueries(database),
    outbox: outboxQueries(database),
    webhooks: webhookQueries(database),
    updates: updateQueries(database),
    schedule: scheduleQueries(database),
    sessions: sessionQueries(database),
    state: stateQueries(database),
    backlog: backlogQueries(database),
    export: exportQueries(database),
    erasures: erasureQueries(database),
  };
}

/** The same queries for one transaction: what they have read of people, requests and messages they read no more. */
export function remembering(queries: Queries): Queries {
  return {
    ...queries,
    people: rememberingPeople(queries.people),
    requests: rememberingRequests(queries.requests),
    botMessages: rememberingBotMessages(queries.botMessages),
  };
}
