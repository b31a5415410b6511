import { useContext } from 'preact/hooks';
import { EditingContext, withElement } from './editing';
import { Field } from './Field';
import type { FieldSpec } from './fields';
import { valueAt } from './scenarioPath';

interface Props {
  /** The path of the list that the value is one of. */
  list: string;
  at: number;
  kind: FieldSpec['kind'];
  label: string;
  /** The list at the lab's usual values, where the server has not told it. */
  fallback: readonly number[];
}

/** One value of a list of fixed length, such as one a class; the others are kept. */
export function ListField({ list, at, kind, label, fallback }: Props) {
  const { scenario, set, usual } = useContext(EditingContext)!;
  const change = (value: number | undefined) => set(list, value === undefined ? undefined : withElement(valueAt(scenario, list), usual(list), fallback, at, value));
  return <Field path={`${list}[${at}]`} kind={kind} label={label} onValue={change} />;
}
