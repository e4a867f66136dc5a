// typed.mjs DASHBOARD OUT: writes a TypeScript file that compiles only if the dashboard has the form of Grafana's own types: keys, kinds of
// values, and the options of every panel whose kind is known here.
import { readFileSync, writeFileSync } from 'node:fs';

const kinds = { logs: 'Logs', stat: 'Stat', table: 'Table', timeseries: 'TimeSeries' };
const [file, out] = process.argv.slice(2);
const dashboard = JSON.parse(readFileSync(file, 'utf8'));
const lines = [
  `import type { Dashboard } from '@grafana/schema';`,
  ...Object.entries(kinds).map(([kind, name]) =>
    `import type * as ${name} from '@grafana/schema/dist/esm/raw/composable/${kind}/panelcfg/x/${name}PanelCfg_types.gen';`),
  // JSON has the text of an enumeration's value.
  'type Loose<T> = T extends string ? `${T}` : T extends (infer I)[] ? Loose<I>[] : T extends object ? { [K in keyof T]: Loose<T[K]> } : T;',
  `export const dashboard: Loose<Dashboard> = ${JSON.stringify(dashboard, null, 1)};`,
];
for (const panel of dashboard.panels.filter(({ type }) => type !== 'row')) {
  const name = kinds[panel.type];
  if (!name) throw new Error(`${panel.title}: panels of the kind ${panel.type} are not checked yet; add it to typed.mjs`);
  lines.push(`export const options${panel.id}: Loose<Partial<${name}.Options>> = ${JSON.stringify(panel.options ?? {})};`);
  if (panel.type === 'timeseries') {
    lines.push(`export const custom${panel.id}: Loose<Partial<${name}.FieldConfig>> = ${JSON.stringify(panel.fieldConfig?.defaults?.custom ?? {})};`);
  }
}
writeFileSync(out, lines.join('\n') + '\n');
