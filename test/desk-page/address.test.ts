import { addressOf, placeAt } from '../../src/web/page/address';

test.each([1, 6_829_042_739_146_856, Number.MAX_SAFE_INTEGER])(
  'the page of the person %d has an address that opens it, and so has a list of their requests',
  (person) => {
    const at = (address: string) => placeAt(new URL(address, 'https://desk.example'));
    expect(at(addressOf({ view: 'person', person }))).toEqual({ view: 'person', person });
    expect(at(`/desk?client=${person}`)).toMatchObject({ filters: { client: person } });
    expect(at(`/desk/people/${person}0000000000000000`)).toEqual({ view: 'unknown' });
  },
);
