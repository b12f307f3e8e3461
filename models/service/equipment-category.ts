import type { Category } from './category.ts';

const equipment = ['equipment'];

/** Things that make a home easier and safer: lent, hired, sold or fitted. */
export const equipmentCategories: readonly Category[] = [
  { id: 'equipment', spoken: 'equipment', phrases: ['equipment', 'equipment loan', 'daily living aid', 'disability equipment', 'adaptation', 'gadget', 'assistive technology', 'mobility aid', 'aid and equipment'], near: ['handyman', 'advice'] },
  { id: 'bath-aid', spoken: 'a bath aid', phrases: ['bath aid', 'bath board', 'bath lift', 'bath seat', 'shower chair', 'shower stool', 'shower seat', 'bath step', 'get in the bath', 'out of the bath'], kindOf: equipment, near: ['grab-rail', 'home-care'] },
  { id: 'grab-rail', spoken: 'a grab rail', phrases: ['grab rail', 'handrail', 'hand rail', 'stair rail', 'banister', 'rail fitted', 'rail by the door', 'half step'], kindOf: equipment, near: ['bath-aid', 'handyman'] },
  { id: 'walking-aid', spoken: 'a walking aid', phrases: ['walking aid', 'walking frame', 'zimmer', 'zimmer frame', 'rollator', 'walking stick', 'walker with wheels', 'three wheeled walker', 'crutch'], kindOf: equipment, near: ['wheelchair', 'equipment'] },
  { id: 'wheelchair', spoken: 'a wheelchair', phrases: ['wheelchair', 'wheelchair hire', 'mobility scooter', 'scooter', 'powerchair', 'shopmobility'], kindOf: equipment, near: ['walking-aid', 'transport'] },
  { id: 'key-safe', spoken: 'a key safe', phrases: ['key safe', 'keysafe', 'door entry', 'key box', 'lock box'], kindOf: equipment, near: ['handyman', 'fall-alarm'] },
  { id: 'fall-alarm', spoken: 'an alarm', phrases: ['pendant alarm', 'fall alarm', 'falls alarm', 'community alarm', 'careline', 'telecare', 'lifeline alarm', 'alarm pendant', 'panic button', 'fall detector', 'alarm button', 'personal alarm'], kindOf: equipment, near: ['key-safe', 'equipment'] },
  { id: 'hearing-loop', spoken: 'help with hearing', phrases: ['hearing loop', 'loop system', 'hearing aid', 'tv listener', 'amplified phone', 'amplified telephone', 'hard of hearing', 'flashing doorbell', 'hearing aid battery'], alsoSaid: ['hearing'], kindOf: equipment, near: ['equipment', 'advice'] },
  { id: 'sight-aid', spoken: 'help with seeing', phrases: ['magnifier', 'sight loss', 'low vision', 'talking clock', 'big button phone', 'visual impairment', 'talking watch', 'bright lamp', 'partially sighted'], kindOf: equipment, near: ['reading', 'equipment'] },
  { id: 'chair-raiser', spoken: 'a riser for a chair or bed', phrases: ['chair raiser', 'bed raiser', 'riser recliner', 'rise and recline', 'bed lever', 'bed rail', 'chair riser', 'bed grab handle', 'pressure cushion', 'hospital bed', 'profiling bed'], kindOf: equipment, near: ['equipment', 'walking-aid'] },
  { id: 'toilet-aid', spoken: 'a toilet aid', phrases: ['toilet seat', 'raised toilet seat', 'commode', 'toilet frame', 'toilet aid'], kindOf: equipment, near: ['grab-rail', 'bath-aid'] },
  { id: 'kitchen-aid', spoken: 'a kitchen aid', phrases: ['kitchen aid', 'kettle tipper', 'jar opener', 'perching stool', 'easy grip', 'adapted cutlery', 'can opener', 'non slip mat'], alsoSaid: ['trolley', 'one handed'], kindOf: equipment, near: ['equipment', 'meals'] },
];
