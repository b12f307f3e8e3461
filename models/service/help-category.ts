import type { Category } from './category.ts';

/** Help at home and getting about, and help with papers and rights. */
export const helpCategories: readonly Category[] = [
  { id: 'gardening', spoken: 'gardening', phrases: ['gardening', 'garden', 'gardener', 'lawn', 'mowing', 'mow the lawn', 'cut the grass', 'grass cutting', 'hedge', 'weeding', 'patio', 'allotment'], near: ['handyman', 'cleaning'] },
  { id: 'cleaning', spoken: 'cleaning', phrases: ['cleaning', 'cleaner', 'clean the house', 'housework', 'hoovering', 'hoover', 'dusting', 'home help', 'domestic help', 'domestic cleaning', 'deep clean', 'declutter', 'window cleaning', 'tidy up'], near: ['laundry', 'home-care'] },
  { id: 'laundry', spoken: 'laundry', phrases: ['laundry', 'ironing', 'washing and ironing', 'launderette', 'clothes washed', 'bed linen'], alsoSaid: ['do my washing'], near: ['cleaning', 'home-care'] },
  { id: 'shopping', spoken: 'shopping', phrases: ['shopping', 'groceries', 'grocery', 'shopper', 'food delivery', 'supermarket', 'prescription collection'], alsoSaid: ['messages from the shop', 'get my shopping'], near: ['meals', 'transport'] },
  { id: 'meals', spoken: 'meals at home', phrases: ['meal', 'meals on wheels', 'hot meal', 'frozen meal', 'dinner delivered', 'cooked dinner', 'delivered meals', 'hot dinner', 'ready meal', 'food parcel'], near: ['lunch-club', 'shopping'] },
  { id: 'transport', spoken: 'transport', phrases: ['transport', 'taxi', 'minicab', 'minibus', 'dial a ride', 'community car', 'hospital transport', 'car scheme', 'patient transport', 'bus pass'], alsoSaid: ['driver', 'ride', 'lift to', 'get to hospital'], near: ['befriending', 'shopping'] },
  { id: 'handyman', spoken: 'odd jobs', phrases: ['handyman', 'handyperson', 'odd job', 'small repair', 'diy', 'plumber', 'electrician', 'light bulb', 'put up a shelf', 'home improvement', 'decorating', 'draught proofing'], alsoSaid: ['fix', 'mend', 'repair'], near: ['gardening', 'grab-rail'] },
  { id: 'home-care', spoken: 'care at home', phrases: ['home care', 'domiciliary care', 'care at home', 'personal care', 'care worker', 'live in care', 'help getting dressed', 'help with washing', 'care agency', 'personal assistant', 'reablement'], alsoSaid: ['carer', 'help getting up'], near: ['respite', 'day-centre'] },
  { id: 'respite', spoken: 'a break for carers', phrases: ['respite', 'short break', 'sitting service', 'carer break', 'break for carer', 'sit with', 'night sitter', 'replacement care'], near: ['day-centre', 'home-care'] },
  { id: 'hairdressing', spoken: 'hairdressing', phrases: ['hairdressing', 'hairdresser', 'haircut', 'barber', 'shampoo and set', 'perm', 'beautician', 'salon'], alsoSaid: ['hair'], near: ['foot-care'] },
  { id: 'foot-care', spoken: 'foot care', phrases: ['foot care', 'footcare', 'toenail', 'toe nail', 'nail cutting', 'chiropody', 'chiropodist', 'podiatry', 'podiatrist'], alsoSaid: ['feet', 'foot'], near: ['hairdressing', 'home-care'] },
  { id: 'pet-care', spoken: 'help with pets', phrases: ['pet', 'pet care', 'dog walking', 'dog walker', 'walk the dog', 'cat sitting', 'pet fostering'], alsoSaid: ['dog', 'cat', 'vet'], near: ['befriending'] },
  { id: 'advice', spoken: 'advice', phrases: ['advice', 'benefit', 'welfare rights', 'citizens advice', 'attendance allowance', 'debt', 'legal', 'form filling', 'fill in a form', 'advocacy', 'advocate', 'information and advice', 'money worries', 'energy bill', 'housing advice'], near: ['computer-help'] },
];
