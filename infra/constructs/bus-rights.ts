import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { homeRegion, type Stage } from '../stage.ts';

/** What a function may do on the device bus. */
export interface OnBus {
  /** What it may say to devices, by the last part of the topic: `alert`. */
  readonly says?: readonly string[];
  /** The same, kept for whoever comes later; and what Home Assistant is shown of us. */
  readonly keeps?: readonly ('availability' | 'discovery')[];
  readonly asksWhoIsThere?: boolean;
  readonly sendsAway?: boolean;
}

/** How devices of ours are called: `lambda/board/board-desk.ts` makes the names. */
const devices = ['tv-*', 'home-*'] as const;

/** Where a function finds the bus: nothing where the stage has none. The address is the same for every account, which is known by its keys. */
export const busSettings = ({ bus }: Stage): Readonly<Record<string, string>> => (bus === undefined ? {} : { IOT_DATA_URL: `https://data-ats.iot.${homeRegion}.amazonaws.com` });

/** These few things on the topics of our devices, and on no others. */
export function busRights(stage: Stage, { says = [], keeps = [], asksWhoIsThere = false, sendsAway = false }: OnBus): readonly PolicyStatement[] {
  if (stage.bus === undefined) return [];
  const arn = (resource: string, name: string) => `arn:aws:iot:${homeRegion}:${stage.account}:${resource}/${name}`;
  const of = (leaf: string) => devices.map((device) => arn('topic', `my-care/${device}/${leaf}`));
  const kept = keeps.flatMap((what) => (what === 'availability' ? of('availability') : [arn('topic', 'homeassistant/device/my_care_home_*/config')]));
  const lines = devices.map((device) => arn('client', device));
  return [
    ...(says.length === 0 && kept.length === 0 ? [] : [new PolicyStatement({ actions: ['iot:Publish'], resources: [...says.flatMap(of), ...kept] })]),
    ...(kept.length === 0 ? [] : [new PolicyStatement({ actions: ['iot:RetainPublish'], resources: kept })]),
    ...(asksWhoIsThere ? [new PolicyStatement({ actions: ['iot:GetConnection'], resources: lines })] : []),
    ...(sendsAway ? [new PolicyStatement({ actions: ['iot:DeleteConnection'], resources: lines })] : []),
  ];
}
