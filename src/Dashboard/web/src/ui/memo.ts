import { Component, h, type FunctionComponent } from 'preact';

/** A component that renders again only when a property is another one. */
export function memo<TProps extends object>(render: FunctionComponent<TProps>): FunctionComponent<TProps> {
  class Memo extends Component<TProps> {
    override shouldComponentUpdate(next: Readonly<TProps>): boolean {
      const old = this.props as Record<string, unknown>;
      const now = next as Record<string, unknown>;
      return Object.keys(now).some((name) => now[name] !== old[name]) || Object.keys(old).length !== Object.keys(now).length;
    }

    override render() {
      return h(render as FunctionComponent<object>, this.props as object);
    }
  }
  return Memo as unknown as FunctionComponent<TProps>;
}
