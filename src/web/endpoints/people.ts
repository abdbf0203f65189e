import { personId } from '../../lifecycle/ids';
import { personView } from '../../requests/read/person';
import { endpoint } from '../endpoint';
import { personJson } from '../json';
import { notFound, unauthorized } from '../problem';
import { idParams, noQuery, personSchema } from '../schemas';

/** Somebody with what they have sent. */
export const peopleEndpoints = [
  endpoint({
    method: 'get',
    path: '/admin/people/{id}',
    access: 'readers',
    summary: 'Somebody, and their requests',
    params: idParams,
    query: noQuery,
    body: null,
    answers: personSchema,
    refusals: [404],
    async read(reading, { caller, params }) {
      const id = personId(params.id);
      const found = await personView(reading, caller, id);
      if ('refused' in found) {
        return found.refused === 'not_an_admin' ? unauthorized() : notFound(`There is nobody with the ID ${id}.`);
      }
      return { status: 200, json: personJson(found) };
    },
  }),
];
