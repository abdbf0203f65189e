import type { ContactMedium } from '../store/rows';
import { tellAdmins, type Transaction } from '../transaction/transaction';

/** A channel takes no messages: the admins are told once. Returns whether that is news. */
export async function noteChannelAway(tx: Transaction, channel: ContactMedium, reason: string): Promise<boolean> {
  const { state } = tx.store;
  if ((await state.get(`${channel}_away`)) === 'yes') return false;
  await state.set(`${channel}_away`, 'yes');
  tellAdmins(tx, { kind: 'channel_away', channel, reason });
  return true;
}

/** It has taken one again: so are those who were told. */
export async function noteChannelBack(tx: Transaction, channel: ContactMedium): Promise<boolean> {
  const { state } = tx.store;
  if ((await state.get(`${channel}_away`)) !== 'yes') return false;
  await state.set(`${channel}_away`, 'no');
  tellAdmins(tx, { kind: 'channel_back', channel });
  return true;
}
